package io.xuemeng.core.crypto.cms;

/** A message is not a signed message, or not one that is accepted. The message says which rule it breaks. */
public final class MalformedCmsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean attributes;

    MalformedCmsException(String message) {
        this(message, false);
    }

    MalformedCmsException(String message, boolean attributes) {
        super(message);
        this.attributes = attributes;
    }

    /** Whether the structure is sound, and a signed attribute is missing, doubled or has no sensible value. */
    public boolean isAboutAttributes() {
        return attributes;
    }

    /** A stack says nothing about a message, and hostile ones come in floods. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
