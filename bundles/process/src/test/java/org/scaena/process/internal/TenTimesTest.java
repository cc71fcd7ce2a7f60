package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/**
 * All the quick tests of this package, ten times in a row and some of them side by side: processes
 * are a matter of luck.
 */
@Tag("slow")
class TenTimesTest {

    /** Three classes at a time; JACK has places for eight servers. */
    private static final Map<String, String> SIDE_BY_SIDE =
            Map.of(
                    "junit.jupiter.execution.parallel.enabled", "true",
                    "junit.jupiter.execution.parallel.config.executor-service",
                            "WORKER_THREAD_POOL",
                    "junit.jupiter.execution.parallel.mode.default", "same_thread",
                    "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
                    "junit.jupiter.execution.parallel.config.strategy", "fixed",
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", "3");

    @RepeatedTest(10)
    void allPass() {
        LauncherDiscoveryRequest quickTests =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(TenTimesTest.class.getPackageName()))
                        .filters(TagFilter.excludeTags("slow"))
                        .configurationParameters(SIDE_BY_SIDE)
                        .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();

        LauncherFactory.create().execute(quickTests, listener);

        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getFailures()).extracting(Failure::getException).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(80);
    }
}
