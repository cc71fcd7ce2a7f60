/**
 * The frame of the benchmarks: what measures, repeats, reports.
 *
 * <p>A {@link org.scaena.bench.Benchmark} is found by {@link java.util.ServiceLoader} and started
 * by {@code bin/scaena bench NAME}.
 */
@NullMarked
package org.scaena.bench;

import org.jspecify.annotations.NullMarked;
