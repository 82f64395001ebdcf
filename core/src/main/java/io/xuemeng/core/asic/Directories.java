package io.xuemeng.core.asic;

import io.xuemeng.core.zip.ZipEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The directories of an archive. One that has files below it need not be listed, and zip programs list it or not as they please; an
 * empty one is content.
 */
final class Directories {

    private Directories() {}

    /** The listed directories that no file lies below, each with a slash at its end. */
    static List<String> empty(List<ZipEntry> entries) {
        Set<String> used = new HashSet<>();
        boolean any = false;
        for (ZipEntry entry : entries) {
            any |= entry.isDirectory();
        }
        if (!any) {
            return List.of();
        }
        for (ZipEntry entry : entries) {
            String path = entry.path();
            for (int slash = path.lastIndexOf('/', path.length() - 2);
                    slash > 0 && used.add(path.substring(0, slash + 1));
                    slash = path.lastIndexOf('/', slash - 1)) {
                // Adding is all there is to do.
            }
        }
        List<String> empty = new ArrayList<>();
        for (ZipEntry entry : entries) {
            if (entry.isDirectory() && !used.contains(entry.path())) {
                empty.add(entry.path());
            }
        }
        return empty;
    }
}
