package org.scaena.javaosc.internal;

import com.illposed.osc.OSCBundle;
import com.illposed.osc.OSCMessage;
import com.illposed.osc.OSCPacket;
import com.illposed.osc.argument.OSCImpulse;
import com.illposed.osc.argument.OSCSymbol;
import com.illposed.osc.argument.OSCTimeTag64;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscSymbol;
import org.scaena.osc.OscTimeTag;

/** Our packets as JavaOSC's; refuses those that JavaOSC would write wrongly. */
final class ToJavaOsc {

    static final int MAX_DEPTH = 8;

    private static final int LAST_SAFE_CHAR = 0x7F;

    private ToJavaOsc() {}

    static OSCPacket packet(OscPacket packet) {
        return packet(packet, 1);
    }

    private static OSCPacket packet(OscPacket packet, int depth) {
        if (packet instanceof OscMessage message) {
            return message(message);
        }
        if (depth > MAX_DEPTH) {
            throw new OscFormatException(
                    Reason.BAD_NESTING, "bundles nest deeper than " + MAX_DEPTH);
        }
        OscBundle bundle = (OscBundle) packet;
        List<OSCPacket> elements = new ArrayList<>();
        bundle.elements().forEach(element -> elements.add(packet(element, depth + 1)));
        return new OSCBundle(elements, OSCTimeTag64.valueOf(bundle.time().ntp()));
    }

    static OSCMessage message(OscMessage message) {
        if (!OSCMessage.isValidAddress(message.address())) {
            throw unsupported("JavaOSC takes no address like " + message.address());
        }
        return new OSCMessage(text(message.address()), arguments(message.arguments(), 0));
    }

    private static List<@Nullable Object> arguments(List<?> arguments, int depth) {
        List<@Nullable Object> converted = new ArrayList<>();
        for (Object argument : arguments) {
            converted.add(argument(argument, depth));
        }
        return converted;
    }

    private static @Nullable Object argument(Object argument, int depth) {
        if (argument instanceof String string) {
            return text(string);
        } else if (argument instanceof OscBlob blob) {
            return blob.toByteArray();
        } else if (argument instanceof OscPacket completion) {
            return JavaOscCodec.bytes(completion);
        } else if (argument instanceof OscTimeTag time) {
            return OSCTimeTag64.valueOf(time.ntp());
        } else if (argument instanceof OscSymbol symbol) {
            return OSCSymbol.valueOf(text(symbol.name()));
        } else if (argument instanceof Character character) {
            return character(character);
        } else if (argument instanceof OscConstant constant) {
            return constant == OscConstant.NIL ? null : OSCImpulse.INSTANCE;
        } else if (argument instanceof List<?> array) {
            return array(array, depth + 1);
        }
        return argument;
    }

    private static List<@Nullable Object> array(List<?> array, int depth) {
        if (depth > 1) {
            throw unsupported("JavaOSC reads no array inside an array");
        }
        return arguments(array, depth);
    }

    private static Character character(Character character) {
        if (character > LAST_SAFE_CHAR) {
            throw unsupported("JavaOSC writes characters beyond ASCII wrongly");
        }
        return character;
    }

    /** JavaOSC writes text in the charset of this JVM. */
    private static String text(String text) {
        if (text.indexOf(0) >= 0) {
            throw unsupported("OSC text ends at its first zero: take out \\0");
        }
        boolean ascii = text.chars().allMatch(letter -> letter <= LAST_SAFE_CHAR);
        if (!ascii && !Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            throw unsupported(
                    "JavaOSC would not write text as UTF-8: start Java with -Dfile.encoding=UTF-8");
        }
        return text;
    }

    private static OscFormatException unsupported(String why) {
        return new OscFormatException(Reason.UNSUPPORTED, why);
    }
}
