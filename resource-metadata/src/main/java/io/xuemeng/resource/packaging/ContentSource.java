package io.xuemeng.resource.packaging;

import java.io.IOException;
import java.io.InputStream;

/** Where a file of a package that is being built comes from. */
@FunctionalInterface
public interface ContentSource {

    /**
     * Opens the content at its beginning.
     *
     * @return a stream, which the builder reads to its end and closes
     */
    InputStream open() throws IOException;
}
