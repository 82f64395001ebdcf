package io.xuemeng.examples.platform.federation;

/**
 * So many entities are looked for just now that no further one is: whoever asked may come again in a moment. Pages say so, with status
 * 503.
 */
public final class BusyException extends RuntimeException {

    /** After how many seconds it makes sense to come again. */
    public static final int RETRY_AFTER_SECONDS = 5;

    private static final long serialVersionUID = 1L;

    /** Without a stack trace: there are many of these when there is much to do, and where they come from is known. */
    BusyException() {
        super("too many entities are looked for at once", null, false, false);
    }
}
