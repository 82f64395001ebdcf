package io.xuemeng.core.zip;

import java.io.IOException;

/**
 * The content of an entry is not what the archive says it is, or the entry cannot be read at all. What is wrong was
 * reported as a finding before this is thrown, so that a validator only has to go on with the next entry.
 */
public final class ZipContentException extends IOException {

    private static final long serialVersionUID = 1L;

    ZipContentException(String message) {
        super(message);
    }
}
