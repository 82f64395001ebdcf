package io.xuemeng.resource.content;

import java.util.List;

/**
 * What was learnt about one file.
 *
 * @param path the file within the package, as the caller named it
 * @param type what it is by its content
 * @param labels the labels for AI-generated content it carries; empty when it carries none, when its format is not
 *     looked into, and when what it carries cannot be read
 * @param unreadableLabel whether it carries a label that cannot be read, which was reported
 */
public record Inspection(String path, FileType type, List<FoundLabel> labels, boolean unreadableLabel) {

    /** Copies the list. */
    public Inspection {
        labels = List.copyOf(labels);
    }
}
