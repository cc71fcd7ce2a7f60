package org.scaena.host.internal;

import java.util.List;
import org.osgi.service.metatype.AttributeDefinition;

/** An attribute as Felix gives it: without options it has an empty array of them. */
record Attribute(String id, int type, List<String> options, int max)
        implements AttributeDefinition {

    static Attribute number(String id, int max) {
        return new Attribute(id, INTEGER, List.of(), max);
    }

    static Attribute text(String id, String... options) {
        return new Attribute(id, STRING, List.of(options), 0);
    }

    static Attribute flag(String id) {
        return new Attribute(id, BOOLEAN, List.of(), 0);
    }

    @Override
    public String getName() {
        return id;
    }

    @Override
    public String getID() {
        return id;
    }

    @Override
    public String getDescription() {
        return id;
    }

    @Override
    public int getCardinality() {
        return 0;
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public String[] getOptionValues() {
        return options.toArray(String[]::new);
    }

    @Override
    public String[] getOptionLabels() {
        return getOptionValues();
    }

    @Override
    public String validate(String value) {
        return type == INTEGER && Integer.parseInt(value) > max ? "%greater than maximum" : "";
    }

    @Override
    public String[] getDefaultValue() {
        return null;
    }
}
