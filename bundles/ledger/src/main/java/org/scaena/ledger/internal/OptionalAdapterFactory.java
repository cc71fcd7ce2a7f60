package org.scaena.ledger.internal;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An empty optional is null in JSON. */
final class OptionalAdapterFactory implements TypeAdapterFactory {

    @Override
    @SuppressWarnings("unchecked") // T is an Optional of the type that is asked for below
    public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (type.getRawType() != Optional.class
                || !(type.getType() instanceof ParameterizedType optional)) {
            return null;
        }
        TypeToken<?> content = TypeToken.get(optional.getActualTypeArguments()[0]);
        return (TypeAdapter<T>) new OptionalAdapter<>(gson.getAdapter(content));
    }

    private static final class OptionalAdapter<T> extends TypeAdapter<Optional<T>> {

        private final TypeAdapter<T> content;

        OptionalAdapter(TypeAdapter<T> content) {
            this.content = content;
        }

        @Override
        public void write(JsonWriter out, Optional<T> value) throws IOException {
            if (value.isPresent()) {
                content.write(out, value.get());
            } else {
                boolean skip = out.getSerializeNulls();
                out.setSerializeNulls(true);
                out.nullValue();
                out.setSerializeNulls(skip);
            }
        }

        @Override
        public Optional<T> read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
            }
            return Optional.of(content.read(in));
        }
    }
}
