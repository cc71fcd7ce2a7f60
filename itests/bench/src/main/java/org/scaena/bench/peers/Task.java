package org.scaena.bench.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.scaena.bench.Allocations;
import org.scaena.bench.Measure;

/** What every contender has to do. */
enum Task {
    SYNC_SERVER("sync round trip, scsynth (two audio periods)", "sync-server", "µs", Aim.LESS) {
        @Override
        Measure of(Contender contender) {
            return each(100, contender::sync);
        }
    },
    SET_PER_100("/n_set, a sync per 100", "set-100", "msg/s", Aim.MORE) {
        @Override
        Measure of(Contender contender) {
            return sets(contender, 20, 100);
        }
    },
    SET_PER_1000("/n_set, a sync per 1000", "set-1000", "msg/s", Aim.MORE) {
        @Override
        Measure of(Contender contender) {
            return sets(contender, 5, 1000);
        }
    },
    ALLOCATED("/n_set, memory allocated per message", "", "B", Aim.LESS) {
        @Override
        Measure of(Contender contender) {
            return () -> {
                long before = Allocations.ofAllThreads();
                for (int i = 0; i < 2000; i++) {
                    contender.set(100 + i);
                }
                contender.sync();
                return (Allocations.ofAllThreads() - before) / 2000.0;
            };
        }
    },
    THREADS("sync round trips, 8 threads at once, scsynth", "", "1/s", Aim.MORE) {
        @Override
        Measure of(Contender contender) {
            return Measure.perSecond(8 * 50, () -> inParallel(contender, 8, 50));
        }
    };

    /** Which figure is the better one. */
    enum Aim {
        LESS,
        MORE
    }

    private final String title;
    private final String sclangWord;
    private final String unit;
    private final Aim aim;

    Task(String title, String sclangWord, String unit, Aim aim) {
        this.title = title;
        this.sclangWord = sclangWord;
        this.unit = unit;
        this.aim = aim;
    }

    abstract Measure of(Contender contender);

    String title() {
        return title;
    }

    String sclangWord() {
        return sclangWord;
    }

    String unit() {
        return unit;
    }

    Aim aim() {
        return aim;
    }

    static Measure each(int times, Measure.Work work) {
        Measure all =
                Measure.microseconds(
                        () -> {
                            for (int i = 0; i < times; i++) {
                                work.run();
                            }
                        });
        return () -> all.once() / times;
    }

    private static Measure sets(Contender contender, int syncs, int perSync) {
        return Measure.perSecond(
                (long) syncs * perSync,
                () -> {
                    for (int i = 0; i < syncs; i++) {
                        for (int k = 0; k < perSync; k++) {
                            contender.set(100 + k);
                        }
                        contender.sync();
                    }
                });
    }

    private static void inParallel(Contender contender, int threads, int times) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(
                        pool.submit(
                                () -> {
                                    for (int k = 0; k < times; k++) {
                                        contender.sync();
                                    }
                                    return null;
                                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
