package io.xuemeng.identity.hub;

import java.time.Instant;

/** The unit of the time stamp in a request for an access token: clients differ in it, and a hub takes one of them. */
public enum TimeStampUnit {
    /** Milliseconds since 1970, as Java clients send them. */
    MILLISECONDS,
    /** Seconds since 1970, as PHP clients send them. */
    SECONDS;

    String text(Instant time) {
        return Long.toString(this == MILLISECONDS ? time.toEpochMilli() : time.getEpochSecond());
    }
}
