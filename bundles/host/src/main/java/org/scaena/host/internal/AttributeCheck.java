package org.scaena.host.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.metatype.AttributeDefinition;

/** Whether a value is what an attribute may have. */
final class AttributeCheck {

    private AttributeCheck() {}

    /**
     * A sentence that says what is wrong, or empty.
     *
     * @param range what its number may be, for people; empty if unknown, and asked only if need be
     */
    static Optional<String> check(
            AttributeDefinition attribute, Object value, Supplier<String> range) {
        boolean list = value instanceof Collection || value.getClass().isArray();
        if (list || attribute.getCardinality() != 0) {
            return list && attribute.getCardinality() == 0
                    ? Optional.of(attribute.getID() + " takes one value, not a list; keep one")
                    : Optional.empty();
        }
        String text = value.toString().strip();
        String[] options = attribute.getOptionValues();
        if (options != null && options.length > 0) {
            return oneOf(attribute.getID(), Arrays.asList(options), text);
        }
        String expected = expected(attribute.getType());
        if (!isA(attribute.getType(), text)) {
            return Optional.of(must(attribute.getID(), expected + in(range.get()), text));
        }
        String objection = attribute.validate(text);
        if (objection != null && !objection.isEmpty()) {
            String allowed = range.get();
            return Optional.of(
                    must(attribute.getID(), allowed.isEmpty() ? "another value" : allowed, text));
        }
        return Optional.empty();
    }

    private static Optional<String> oneOf(String key, List<String> options, String text) {
        if (options.contains(text)) {
            return Optional.empty();
        }
        return Optional.of(
                must(key, "one of " + String.join(", ", options), text)
                        + NearestMatch.question(text, options));
    }

    private static String must(String key, String expected, String text) {
        return "%s must be %s, not '%s'".formatted(key, expected, text);
    }

    private static String in(String range) {
        return range.isEmpty() ? "" : " (" + range + ")";
    }

    private static String expected(int type) {
        return switch (type) {
            case AttributeDefinition.BOOLEAN -> "true or false";
            case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT -> "a number";
            default -> "a whole number";
        };
    }

    private static boolean isA(int type, String text) {
        try {
            switch (type) {
                case AttributeDefinition.BYTE -> Byte.parseByte(text);
                case AttributeDefinition.SHORT -> Short.parseShort(text);
                case AttributeDefinition.INTEGER -> Integer.parseInt(text);
                case AttributeDefinition.LONG -> Long.parseLong(text);
                case AttributeDefinition.DOUBLE, AttributeDefinition.FLOAT ->
                        Double.parseDouble(text);
                case AttributeDefinition.BOOLEAN -> {
                    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
                }
                default -> {
                    return true;
                }
            }
            return true;
        } catch (NumberFormatException another) {
            return false;
        }
    }
}
