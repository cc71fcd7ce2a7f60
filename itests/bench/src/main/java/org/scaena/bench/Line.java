package org.scaena.bench;

import org.jspecify.annotations.Nullable;

/** One line of a report: something measured, what it is compared with, what was promised. */
public final class Line {

    private final String what;
    private final Samples samples;
    private final String unit;
    private @Nullable Line floor;
    private @Nullable Promise promise;
    private String reason = "";

    Line(String what, Samples samples, String unit) {
        this.what = what;
        this.samples = samples;
        this.unit = unit;
    }

    /** Compares it: its ratio is that of its median to the other's. */
    public Line over(Line other) {
        if (!other.unit.equals(unit)) {
            throw new IllegalArgumentException(
                    "%s in %s cannot be compared with %s in %s"
                            .formatted(what, unit, other.what, other.unit));
        }
        floor = other;
        return this;
    }

    /** What was promised of it. */
    public Line promise(Promise made) {
        if (made.figure() == Promise.Figure.RATIO && floor == null) {
            throw new IllegalArgumentException(
                    what + " is compared with nothing: call over before its ratio is promised");
        }
        promise = made;
        return this;
    }

    /** Why the promise is missed, where it is: a part of a sentence. */
    public Line because(String why) {
        reason = why;
        return this;
    }

    String what() {
        return what;
    }

    Samples samples() {
        return samples;
    }

    String unit() {
        return unit;
    }

    @Nullable Line floor() {
        return floor;
    }

    @Nullable Promise promise() {
        return promise;
    }

    /** The ratio to the line it is compared with, or NaN. */
    double ratio() {
        return floor == null ? Double.NaN : samples.median() / floor.samples.median();
    }

    boolean isMissed() {
        return promise != null && !promise.isKeptBy(promised(promise));
    }

    /** For example {@code start: median <= 2 s was promised, it is 2.1}; empty without promise. */
    String verdict() {
        Promise made = promise;
        if (made == null) {
            return "";
        }
        String of = made.figure() == Promise.Figure.RATIO || unit.isEmpty() ? "" : " " + unit;
        String why =
                reason.isEmpty()
                        ? "; why is not known: an accident, unless the next run says the same"
                        : ", because " + reason;
        return "%s: %s%s was promised, it is %s%s"
                .formatted(what, made, of, Figures.text(promised(made)), why);
    }

    private double promised(Promise made) {
        return switch (made.figure()) {
            case MEDIAN -> samples.median();
            case MAX -> samples.max();
            case RATIO -> ratio();
        };
    }
}
