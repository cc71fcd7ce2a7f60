package org.scaena.host.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The lowest and highest values of attributes, out of the metatype files: the service checks them
 * but does not tell them.
 *
 * <p>Source: OSGi Compendium, Metatype Service Specification, 105.8 (element AD).
 */
final class Ranges {

    private static final Logger LOG = LoggerFactory.getLogger(Ranges.class);

    private final List<URL> unread = new ArrayList<>();

    /** By pid and attribute. */
    private final Map<String, String> texts = new HashMap<>();

    /** Reads a metatype file once a range is asked for: parsing is slow and seldom needed. */
    void add(URL file) {
        unread.add(file);
    }

    private void read(URL file) {
        try (InputStream in = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            NodeList attributes = factory.newDocumentBuilder().parse(in).getElementsByTagName("AD");
            for (int i = 0; i < attributes.getLength(); i++) {
                add((Element) attributes.item(i));
            }
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            LOG.warn("no ranges from {}: {}", file, unreadable.toString());
        }
    }

    /** The range of an attribute for people, for example {@code 1…65535}; empty if it has none. */
    String text(String pid, String attribute) {
        unread.forEach(this::read);
        unread.clear();
        return texts.getOrDefault(key(pid, attribute), "");
    }

    private void add(Element attribute) {
        String min = attribute.getAttribute("min");
        String max = attribute.getAttribute("max");
        if (min.isEmpty() && max.isEmpty()) {
            return;
        }
        String text =
                max.isEmpty()
                        ? "at least " + min
                        : min.isEmpty() ? "at most " + max : min + "…" + max;
        NodeList designates = attribute.getOwnerDocument().getElementsByTagName("Designate");
        String definition = ((Element) attribute.getParentNode()).getAttribute("id");
        for (int i = 0; i < designates.getLength(); i++) {
            Element designate = (Element) designates.item(i);
            Element object = (Element) designate.getElementsByTagName("Object").item(0);
            if (object != null && object.getAttribute("ocdref").equals(definition)) {
                String pid = designate.getAttribute("factoryPid");
                pid = pid.isEmpty() ? designate.getAttribute("pid") : pid;
                texts.put(key(pid, attribute.getAttribute("id")), text);
            }
        }
    }

    private static String key(String pid, String attribute) {
        return pid + "/" + attribute;
    }
}
