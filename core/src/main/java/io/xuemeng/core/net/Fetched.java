package io.xuemeng.core.net;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a GET.
 *
 * @param status the status code, from 100 to 599
 * @param mediaType the media type in lower case and without parameters; null when none was stated
 * @param maxAgeSeconds for how long it may be kept, as {@code Cache-Control: max-age} says; -1 when that is not stated
 * @param body the content; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Fetched(int status, @Nullable String mediaType, long maxAgeSeconds, byte[] body) {

    /** Whether the status is 200. */
    public boolean isOk() {
        return status == 200;
    }

    /** The media type, when one was stated. */
    public Optional<String> statedMediaType() {
        return Optional.ofNullable(mediaType);
    }

    /** For how many seconds it may be kept, when that was stated. */
    public OptionalLong statedMaxAge() {
        return maxAgeSeconds < 0 ? OptionalLong.empty() : OptionalLong.of(maxAgeSeconds);
    }

    /** The status and the length; never the content. */
    @Override
    public String toString() {
        return "Fetched[" + status + ", " + mediaType + ", " + body.length + " bytes]";
    }
}
