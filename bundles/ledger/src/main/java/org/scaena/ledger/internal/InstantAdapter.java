package org.scaena.ledger.internal;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A moment as people write it, in UTC. */
final class InstantAdapter extends TypeAdapter<Instant> {

    @Override
    public void write(JsonWriter out, Instant moment) throws IOException {
        out.value(moment.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
        String text = in.nextString();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noMoment) {
            throw new IllegalArgumentException("'" + text + "' is no moment", noMoment);
        }
    }
}
