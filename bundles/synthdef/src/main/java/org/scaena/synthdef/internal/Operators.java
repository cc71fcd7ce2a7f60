package org.scaena.synthdef.internal;

import java.util.List;
import org.scaena.synthdef.UGen;

/** The names of the operators that the special index of an operator unit chooses. */
final class Operators {

    private static final List<String> UNARY =
            List.of(
                    ("neg not isNil notNil bitNot abs asFloat asInteger ceil floor frac sign"
                         + " squared cubed sqrt exp reciprocal midicps cpsmidi midiratio ratiomidi"
                         + " dbamp ampdb octcps cpsoct log log2 log10 sin cos tan asin acos atan"
                         + " sinh cosh tanh rand rand2 linrand bilinrand sum3rand distort softclip"
                         + " coin digitValue silence thru rectWindow hanWindow welWindow triWindow"
                         + " ramp scurve")
                            .split(" "));

    private static final List<String> BINARY =
            List.of(
                    ("+ - * div / mod == != < > <= >= min max bitAnd bitOr bitXor lcm gcd round"
                                    + " roundUp trunc atan2 hypot hypotApx pow leftShift rightShift"
                                    + " unsignedRightShift fill ring1 ring2 ring3 ring4 difsqr"
                                    + " sumsqr sqrsum sqrdif absdif thresh amclip scaleneg clip2"
                                    + " excess fold2 wrap2 firstArg rrand exprand")
                            .split(" "));

    private Operators() {}

    /** What a unit is called: its operator if it has one, its class otherwise. */
    static String name(UGen unit) {
        return switch (unit.className()) {
            case "UnaryOpUGen" -> operator(UNARY, unit);
            case "BinaryOpUGen" -> operator(BINARY, unit);
            default -> unit.className();
        };
    }

    private static String operator(List<String> names, UGen unit) {
        int index = unit.specialIndex();
        return index >= 0 && index < names.size()
                ? names.get(index)
                : unit.className() + "(" + index + ")";
    }
}
