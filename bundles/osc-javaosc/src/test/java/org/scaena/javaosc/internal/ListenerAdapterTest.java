package org.scaena.javaosc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.illposed.osc.OSCMessage;
import com.illposed.osc.OSCMessageEvent;
import com.illposed.osc.argument.OSCImpulse;
import com.illposed.osc.argument.OSCSymbol;
import com.illposed.osc.argument.OSCTimeTag64;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscSymbol;
import org.scaena.osc.OscTimeTag;

class ListenerAdapterTest {

    private final List<OSCMessageEvent> events = new ArrayList<>();
    private final ListenerAdapter adapter = new ListenerAdapter(events::add);

    @Test
    void handsOverEveryTypeAsJavaOscHasIt() {
        adapter.received(
                OscMessage.of(
                        "/all",
                        1,
                        2f,
                        "three",
                        4.0,
                        5L,
                        'c',
                        true,
                        OscConstant.NIL,
                        OscConstant.IMPULSE,
                        new OscSymbol("six"),
                        new OscTimeTag(7),
                        List.of(8, "nine"),
                        OscBlob.of(new byte[] {10})));
        OSCMessage message = events.get(0).getMessage();
        assertThat(message.getAddress()).isEqualTo("/all");
        List<Object> arguments = message.getArguments();
        assertThat(arguments.subList(0, 7)).containsExactly(1, 2f, "three", 4.0, 5L, 'c', true);
        assertThat(arguments.get(7)).isNull();
        assertThat(arguments.subList(8, 12))
                .containsExactly(
                        OSCImpulse.INSTANCE,
                        OSCSymbol.valueOf("six"),
                        OSCTimeTag64.valueOf(7L),
                        List.of(8, "nine"));
        assertThat((byte[]) arguments.get(12)).containsExactly(10);
    }

    @Test
    void passesOverWhatJavaOscHasNoWordFor() {
        adapter.received(OscMessage.of("no-slash", 1));
        adapter.received(OscMessage.of("/next"));
        assertThat(events).hasSize(1);
    }
}
