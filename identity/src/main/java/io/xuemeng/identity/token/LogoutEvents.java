package io.xuemeng.identity.token;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;

/** Reads {@code events} (RFC 8417, 2.2). */
final class LogoutEvents {

    private LogoutEvents() {}

    /** Whether there is an event of a name, with an object for its value. */
    static boolean has(RawJson events, String name) {
        try (JsonReader json = events.open(Limits.defaults(), finding -> {})) {
            json.next();
            while (json.nextMember()) {
                if (json.name().equals(name)) {
                    return json.next() == JsonEvent.START_OBJECT;
                }
                json.skipValue();
            }
        } catch (UnreadableJsonException e) {
            // It was read as part of the claims, so a fault in it has been reported.
            return false;
        }
        return false;
    }
}
