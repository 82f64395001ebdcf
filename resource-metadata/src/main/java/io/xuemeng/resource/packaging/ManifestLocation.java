package io.xuemeng.resource.packaging;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.zip.ZipEntry;
import io.xuemeng.resource.manifest.ManifestRequirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the manifest of a package stands.
 *
 * @param entry the manifest
 * @param folder the folder it stands in, ending with a slash; empty for the root
 */
record ManifestLocation(ZipEntry entry, String folder) {

    private static final String NAME = "imsmanifest.xml";

    /** Finds the manifest, also where it is misplaced or misspelt; reports that, and further manifests. */
    static @Nullable ManifestLocation find(List<ZipEntry> entries, FindingSink findings) {
        ZipEntry exact = null;
        List<ZipEntry> named = new ArrayList<>(1);
        for (ZipEntry entry : entries) {
            String path = entry.path();
            if (exact == null && path.equals(NAME)) {
                exact = entry;
            } else if (isNamedManifest(path)) {
                named.add(entry);
            }
        }
        ZipEntry found = exact != null ? exact : misspelt(named, "");
        String folder = "";
        if (found == null) {
            folder = topFolder(entries);
            found = folder.isEmpty() ? null : misspelt(named, folder);
        }
        if (found == null) {
            findings.report(Finding.of(ManifestRequirement.MANIFEST_PRESENT).build());
            return null;
        }
        if (!folder.isEmpty()) {
            report(ManifestRequirement.MANIFEST_AT_ROOT, "folder", folder, found, findings);
        }
        String name = found.path().substring(folder.length());
        if (!name.equals(NAME)) {
            report(ManifestRequirement.MANIFEST_NAME, "found", name, found, findings);
        }
        for (ZipEntry other : named) {
            if (other != found && !other.path().equals(found.path())) {
                report(ManifestRequirement.ONE_MANIFEST, "found", other.path(), other, findings);
            }
        }
        return new ManifestLocation(found, folder);
    }

    private static boolean isNamedManifest(String path) {
        int length = path.length() - NAME.length();
        return length >= 0
                && path.regionMatches(true, length, NAME, 0, NAME.length())
                && (length == 0 || path.charAt(length - 1) == '/');
    }

    private static @Nullable ZipEntry misspelt(List<ZipEntry> named, String folder) {
        for (ZipEntry entry : named) {
            String path = entry.path();
            if (path.length() == folder.length() + NAME.length() && path.startsWith(folder)) {
                return entry;
            }
        }
        return null;
    }

    /** The folder that holds every file, litter aside; empty when there is none. */
    private static String topFolder(List<ZipEntry> entries) {
        String top = "";
        for (ZipEntry entry : entries) {
            String path = entry.path();
            if (path.startsWith("__MACOSX/") || path.startsWith("META-INF/") || path.equals("mimetype")) {
                continue;
            }
            int slash = path.indexOf('/');
            if (slash <= 0) {
                if (path.equals(".DS_Store") || path.equalsIgnoreCase("Thumbs.db")) {
                    continue;
                }
                return "";
            }
            if (top.isEmpty()) {
                top = path.substring(0, slash + 1);
            } else if (!path.startsWith(top)) {
                return "";
            }
        }
        return top;
    }

    private static void report(
            ManifestRequirement requirement, String name, String value, ZipEntry entry, FindingSink findings) {
        findings.report(Finding.of(requirement)
                .with(name, value)
                .at(Location.entry(entry.path()))
                .build());
    }
}
