package org.scaena.javaosc.internal;

import com.illposed.osc.OSCBundle;
import com.illposed.osc.OSCMessage;
import com.illposed.osc.OSCPacket;
import com.illposed.osc.argument.OSCImpulse;
import com.illposed.osc.argument.OSCSymbol;
import com.illposed.osc.argument.OSCTimeTag64;
import java.nio.ByteBuffer;
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

/** JavaOSC's packets as ours. */
final class FromJavaOsc {

    private FromJavaOsc() {}

    /** Takes null as well: that is what JavaOSC makes of a type that it does not know. */
    static OscPacket packet(@Nullable OSCPacket packet) {
        if (packet instanceof OSCMessage message) {
            return new OscMessage(message.getAddress(), arguments(message.getArguments()));
        }
        if (packet instanceof OSCBundle bundle) {
            List<OscPacket> elements = new ArrayList<>();
            bundle.getPackets().forEach(element -> elements.add(packet(element)));
            return new OscBundle(new OscTimeTag(bundle.getTimestamp().getNtpTime()), elements);
        }
        throw new OscFormatException(Reason.UNKNOWN_TYPE, "JavaOSC could not read the arguments");
    }

    private static List<Object> arguments(List<? extends @Nullable Object> arguments) {
        List<Object> converted = new ArrayList<>();
        for (Object argument : arguments) {
            converted.add(argument(argument));
        }
        return converted;
    }

    private static Object argument(@Nullable Object argument) {
        if (argument == null) {
            return OscConstant.NIL;
        } else if (argument instanceof ByteBuffer blob) {
            return OscBlob.of(blob);
        } else if (argument instanceof byte[] blob) {
            return OscBlob.of(blob);
        } else if (argument instanceof OSCTimeTag64 time) {
            return new OscTimeTag(time.getNtpTime());
        } else if (argument instanceof OSCSymbol symbol) {
            return new OscSymbol(symbol.toString());
        } else if (argument instanceof OSCImpulse) {
            return OscConstant.IMPULSE;
        } else if (argument instanceof List<?> array) {
            return arguments(array);
        }
        return argument;
    }
}
