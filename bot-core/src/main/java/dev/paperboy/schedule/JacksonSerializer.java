package dev.paperboy.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Task data as JSON, readable in the database and over versions. */
final class JacksonSerializer implements Serializer {

    private final ObjectMapper json = JsonMapper.shared();

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : json.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] serialized) {
        return serialized == null ? null : json.readValue(serialized, type);
    }
}
