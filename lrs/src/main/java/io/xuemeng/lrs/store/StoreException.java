package io.xuemeng.lrs.store;

/**
 * The store's environment failed: the disk, the network, the database. The operation may or may not have been done; it can be
 * repeated, because an identical repetition changes nothing.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was tried and what to do about it. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
