package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the addresses in a manifest against the files of its package, or judges only their form when there is no package. For
 * one manifest, in one thread.
 */
final class ContentReferences {

    private final @Nullable String entry;
    private final @Nullable PackageEntries entries;
    private final FindingSink findings;
    private final Set<String> declared = new HashSet<>();
    private final Set<String> ofResource = new HashSet<>();
    private final List<MetadataFile> metadataFiles = new ArrayList<>(2);
    private final Set<String> missingSchemas = new LinkedHashSet<>();
    private @Nullable Reference firstMissingSchema;
    private int resource = -1;

    ContentReferences(@Nullable String entry, @Nullable PackageEntries entries, FindingSink findings) {
        this.entry = entry;
        this.entries = entries;
        this.findings = findings;
    }

    /** The metadata files that were found. */
    List<MetadataFile> metadataFiles() {
        return metadataFiles;
    }

    /** Looks up what one place of the manifest names. */
    void check(Reference reference) {
        String reported = entries == null ? null : findReported(entries, reference);
        if (reported != null) {
            found(reference, reported);
            return;
        }
        Address address = Address.resolve(reference.base(), reference.href());
        switch (address.kind()) {
            case EMPTY -> report(ManifestRequirement.ADDRESS_PRESENT, reference);
            case ESCAPING -> report(ManifestRequirement.WITHIN_PACKAGE, reference);
            case WEB -> {
                if (reference.kind() != Reference.Kind.SCHEMA) {
                    report(ManifestRequirement.CONTENT_IN_PACKAGE, reference);
                }
            }
            case UNREACHABLE -> report(ManifestRequirement.NO_LOCAL_ADDRESS, reference);
            case PACKAGE -> {
                if (entries == null) {
                    checkForm(reference, address);
                } else {
                    look(entries, reference, address);
                }
            }
        }
    }

    /** The file with a faulty name that an address means: resolving would only repeat, or hide, what is wrong with it. */
    private static @Nullable String findReported(PackageEntries files, Reference reference) {
        String written = reference.base() + reference.href().strip();
        String found = files.findReported(written);
        if (found == null && written.indexOf('%') >= 0) {
            String decoded = Address.decode(written);
            found = decoded == null ? null : files.findReported(decoded);
        }
        return found;
    }

    private void checkForm(Reference reference, Address address) {
        if (address.leadingSlash()) {
            report(ManifestRequirement.NO_LEADING_SLASH, reference);
        }
        if (address.backslash()) {
            report(ManifestRequirement.NO_BACKSLASH, reference);
        }
        if (!address.suffix().isEmpty() && reference.kind() == Reference.Kind.FILE) {
            report(finding(ManifestRequirement.NO_QUERY, reference).with("suffix", address.suffix()));
        }
    }

    private void look(PackageEntries files, Reference reference, Address address) {
        String decoded = address.decoded();
        String name = decoded == null ? null : files.find(decoded);
        if (name != null) {
            checkForm(reference, address);
            found(reference, name);
        } else {
            lookElsewhere(files, reference, address, decoded);
        }
    }

    /** Finds the file under what the address would be if it had been written as it must be; reports how it was written. */
    private void lookElsewhere(PackageEntries files, Reference reference, Address address, @Nullable String decoded) {
        String literal = Address.normalize(address.path() + address.suffix());
        String chinese = address.decodedAsChinese();
        for (String candidate : new @Nullable String[] {address.path(), literal, chinese}) {
            String name = candidate == null ? null : files.find(candidate);
            if (name != null) {
                report(finding(ManifestRequirement.PERCENT_ENCODING, reference).with("found", name));
                found(reference, name);
                return;
            }
        }
        if (reference.kind() == Reference.Kind.SCHEMA) {
            if (missingSchemas.isEmpty()) {
                firstMissingSchema = reference;
            }
            missingSchemas.add(reference.href());
            return;
        }
        String wanted = decoded == null ? address.path() : decoded;
        String similar = files.findSimilar(wanted);
        if (similar != null) {
            report(finding(ManifestRequirement.TARGET_CASE, reference).with("found", similar));
            found(reference, similar);
        } else {
            report(finding(ManifestRequirement.TARGET_PRESENT, reference).with("target", files.folder() + wanted));
        }
    }

    private void found(Reference reference, String name) {
        declared.add(name);
        switch (reference.kind()) {
            case FILE -> {
                if (reference.resource() != resource) {
                    resource = reference.resource();
                    ofResource.clear();
                }
                if (!ofResource.add(name) && entries != null && !entries.isReported(name)) {
                    report(finding(ManifestRequirement.DECLARED_ONCE, reference).with("found", name));
                }
            }
            case PACKAGE_METADATA -> metadataFiles.add(new MetadataFile(name, true));
            case PART_METADATA -> metadataFiles.add(new MetadataFile(name, false));
            case RESOURCE, SCHEMA -> {
                // Declared, and nothing more.
            }
        }
    }

    /** Reports the schemas that are not in the package, once all addresses were looked up. */
    void checkSchemas() {
        if (firstMissingSchema != null) {
            report(finding(ManifestRequirement.SCHEMA_PRESENT, firstMissingSchema)
                    .with(
                            "schemas",
                            missingSchemas.stream()
                                    .limit(Declarations.MAX_NAMED)
                                    .toList()));
        }
    }

    /** Reports the files that nothing in the manifest names, except those that every package may have. */
    void checkUndeclared(Set<String> others) {
        if (entries == null) {
            return;
        }
        for (String name : entries.names()) {
            if (!declared.contains(name) && !others.contains(name) && !isExempt(name) && !entries.isReported(name)) {
                findings.report(Finding.of(ManifestRequirement.DECLARED)
                        .with("found", name)
                        .at(Location.entry(name))
                        .build());
            }
        }
    }

    /** The container's own files, the schemas of the manifest, and the litter of operating systems, judged elsewhere. */
    private static boolean isExempt(String name) {
        if (name.equals("mimetype") || name.startsWith("META-INF/") || name.startsWith("__MACOSX/")) {
            return true;
        }
        String file = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return file.equals("imsmanifest.xml")
                || file.endsWith(".xsd")
                || file.endsWith(".dtd")
                || file.equals(".ds_store")
                || file.equals("thumbs.db")
                || file.equals("desktop.ini");
    }

    private Finding.Builder finding(ManifestRequirement requirement, Reference reference) {
        Place place = reference.place();
        String attribute = reference.attribute();
        return Finding.of(requirement)
                .with("href", address(requirement, reference))
                .at(attribute == null ? place.at(entry) : place.attribute(entry, attribute));
    }

    /** What a finding about where an address leads names: with its base, which may be what leads there. */
    private static String address(ManifestRequirement requirement, Reference reference) {
        String href = reference.href();
        boolean joined = switch (requirement) {
            case WITHIN_PACKAGE, CONTENT_IN_PACKAGE, NO_LOCAL_ADDRESS -> Address.isRelative(href);
            default -> false;
        };
        return joined ? reference.base() + href.strip() : href;
    }

    private void report(ManifestRequirement requirement, Reference reference) {
        report(finding(requirement, reference));
    }

    private void report(Finding.Builder finding) {
        findings.report(finding.build());
    }
}
