package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** All the quick tests of this package, ten times in a row: processes are a matter of luck. */
@Tag("slow")
class TenTimesTest {

    @RepeatedTest(10)
    void allPass() {
        LauncherDiscoveryRequest quickTests =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectPackage(TenTimesTest.class.getPackageName()))
                        .filters(TagFilter.excludeTags("slow"))
                        .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();

        LauncherFactory.create().execute(quickTests, listener);

        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getFailures()).extracting(Failure::getException).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(80);
    }
}
