package org.scaena.bench.peers;

import java.util.function.Function;
import java.util.function.Predicate;
import scala.runtime.AbstractPartialFunction;

/** A Scala partial function with one case. */
final class Case<A, B> extends AbstractPartialFunction<A, B> {

    private final Predicate<? super A> pattern;
    private final Function<? super A, ? extends B> body;

    Case(Predicate<? super A> pattern, Function<? super A, ? extends B> body) {
        this.pattern = pattern;
        this.body = body;
    }

    @Override
    public boolean isDefinedAt(A value) {
        return pattern.test(value);
    }

    @Override
    public <C extends A, D> D applyOrElse(C value, scala.Function1<C, D> otherwise) {
        if (!pattern.test(value)) {
            return otherwise.apply(value);
        }
        @SuppressWarnings("unchecked") // B is a D by Scala's own rules
        D result = (D) body.apply(value);
        return result;
    }
}
