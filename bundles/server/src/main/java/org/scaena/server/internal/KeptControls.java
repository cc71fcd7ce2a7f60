package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;
import org.scaena.node.SynthSnapshot;

/** What the controls of a node with a key were last set to, so that it can be made again. */
final class KeptControls {

    private final Map<Object, ControlValue> values = new LinkedHashMap<>();

    KeptControls(ControlValues first) {
        set(first);
    }

    synchronized void set(ControlValues more) {
        more.settings().forEach(setting -> values.put(setting.control(), setting.value()));
    }

    /**
     * The values, with what the tree knows better: others may set controls, too, by their names.
     *
     * @param known the synth as the tree has it, if it has
     */
    synchronized ControlValues with(Optional<SynthSnapshot> known) {
        Map<Object, ControlValue> all = new LinkedHashMap<>(values);
        for (ControlReading reading : known.map(SynthSnapshot::controls).orElse(List.of())) {
            boolean single = !(all.get(reading.name()) instanceof ControlValue.Array);
            boolean named = !Character.isDigit(reading.name().charAt(0));
            if (single && named) {
                all.put(reading.name(), reading.value());
            }
        }
        List<ControlValues.Setting> settings = new ArrayList<>();
        all.forEach((control, value) -> settings.add(new ControlValues.Setting(control, value)));
        return new ControlValues(settings);
    }
}
