package io.xuemeng.core.json;

import io.xuemeng.core.requirement.Finding;
import java.util.Locale;

/**
 * A JSON document cannot be read on. The reason has already been reported to the reader's sink, so whoever catches this only
 * stops; nothing of the document that was read before is invalidated. It is the only exception {@link JsonReader} throws for
 * what a document contains.
 */
public final class UnreadableJsonException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    UnreadableJsonException(Finding finding) {
        // Without a stack: it says nothing about a document, and hostile documents come in floods.
        super(finding.problem(Locale.ENGLISH), null, false, false);
        this.finding = finding;
    }

    /** The finding that was reported. */
    public Finding finding() {
        return finding;
    }
}
