package org.scaena.host.internal;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * What may be configured, as the installed bundles say.
 *
 * @param singletons components with one configuration, by pid
 * @param factories components with any number of configurations, by factory pid
 * @param ranges what their numbers may be
 */
record Catalogue(
        Map<String, Map<String, AttributeDefinition>> singletons,
        Map<String, Map<String, AttributeDefinition>> factories,
        Ranges ranges) {

    /** Asks every bundle that is installed. */
    static Catalogue of(BundleContext context, MetaTypeService metaTypes) {
        Catalogue catalogue = new Catalogue(new HashMap<>(), new HashMap<>(), new Ranges());
        for (Bundle bundle : context.getBundles()) {
            MetaTypeInformation information = metaTypes.getMetaTypeInformation(bundle);
            if (information != null) {
                catalogue.add(information);
            }
            Enumeration<URL> files = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
            if (files != null) {
                Collections.list(files).forEach(catalogue.ranges::add);
            }
        }
        return catalogue;
    }

    private void add(MetaTypeInformation information) {
        for (String pid : information.getPids()) {
            singletons.put(pid, attributes(information, pid));
        }
        for (String pid : information.getFactoryPids()) {
            factories.put(pid, attributes(information, pid));
        }
    }

    private static Map<String, AttributeDefinition> attributes(
            MetaTypeInformation information, String pid) {
        Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
        AttributeDefinition[] definitions =
                information
                        .getObjectClassDefinition(pid, null)
                        .getAttributeDefinitions(ObjectClassDefinition.ALL);
        if (definitions != null) {
            for (AttributeDefinition definition : definitions) {
                attributes.put(definition.getID(), definition);
            }
        }
        return attributes;
    }
}
