package io.xuemeng.resource.content;

/** Looks for labels in a file of one format while it streams past. Bounded memory; never throws for what it is given. */
interface LabelScanner {

    /**
     * Takes the next bytes of the file.
     *
     * @return whether further bytes could still tell it something
     */
    boolean accept(byte[] buffer, int offset, int length);

    /** Says that no further bytes come, because the file ends or nobody wants them. */
    default void finish() {}
}
