package io.xuemeng.lrs.client;

import io.xuemeng.core.json.RawJson;
import java.nio.charset.StandardCharsets;

/** A state or a profile as it was read, with the entity tag by which a store knows whether it was changed since. Immutable. */
public final class LrsDocument {

    private final String id;
    private final byte[] content;
    private final String contentType;
    private final String etag;

    LrsDocument(String id, byte[] content, String contentType, String etag) {
        this.id = id;
        this.content = content;
        this.contentType = contentType;
        this.etag = etag;
    }

    /** Its id: {@code stateId} or {@code profileId}. */
    public String id() {
        return id;
    }

    /** Its bytes; a copy. */
    public byte[] content() {
        return content.clone();
    }

    /** Its bytes, as text in UTF-8. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /**
     * Its JSON.
     *
     * @throws IllegalArgumentException when it is none
     */
    public RawJson json() {
        return RawJson.of(text());
    }

    /** Its media type; empty when the store stated none. */
    public String contentType() {
        return contentType;
    }

    /** The entity tag, quotes included; empty when the store stated none. */
    public String etag() {
        return etag;
    }

    /** The length and the tag only: id and content can be about somebody. */
    @Override
    public String toString() {
        return "LrsDocument[" + content.length + " bytes, etag=" + etag + "]";
    }
}
