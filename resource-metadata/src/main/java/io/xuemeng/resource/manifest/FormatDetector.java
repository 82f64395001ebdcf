package io.xuemeng.resource.manifest;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.resource.manifest.KnownNamespaces.Namespace;
import io.xuemeng.resource.manifest.KnownNamespaces.Use;
import io.xuemeng.resource.manifest.ManifestFormat.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which standard a manifest follows. Its namespaces decide, because they are what importers see; what it says of
 * itself decides only what they leave open, and is held against them.
 */
final class FormatDetector {

    /** The namespace of this project's metadata, which marks the native form. */
    static final String NATIVE_NAMESPACE = "urn:x-xuemeng:metadata:1.0";

    private static final String SCORM = "ADL SCORM";
    private static final String CONTENT = "IMS Content";
    private static final String CARTRIDGE = "IMS Common Cartridge";
    private static final String THIN_CARTRIDGE = "IMS Thin Common Cartridge";
    private static final String SCORM_1_2_ROOT = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
    private static final String CURRENT_ROOT = "http://www.imsglobal.org/xsd/imscp_v1p1";

    /** The versions each schema has, as a manifest writes them; none for a schema whose versions are not checked. */
    private static final Map<String, List<String>> SCHEMAS = schemas();

    private final FindingSink findings;
    private final @Nullable String entry;
    private final List<String> contradictions = new ArrayList<>(0);

    FormatDetector(@Nullable String entry, FindingSink findings) {
        this.entry = entry;
        this.findings = findings;
    }

    private static Map<String, List<String>> schemas() {
        Map<String, List<String>> schemas = new LinkedHashMap<>();
        schemas.put(SCORM, List.of("1.2", "CAM 1.3", "2004 3rd Edition", "2004 4th Edition"));
        schemas.put(CONTENT, List.of("1.0", "1.1", "1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.2"));
        schemas.put(CARTRIDGE, List.of("1.0.0", "1.1.0", "1.2.0", "1.3.0"));
        schemas.put(THIN_CARTRIDGE, List.of("1.2.0", "1.3.0"));
        schemas.put("QTIv2.1 Package", List.of());
        schemas.put("QTIv2.2 Package", List.of());
        schemas.put("QTIv2.1", List.of());
        schemas.put("QTIv2.2", List.of());
        schemas.put("APIP Package", List.of());
        return schemas;
    }

    /**
     * The format of a manifest.
     *
     * @param rootNamespace the namespace of the {@code manifest} element; empty when it has none
     * @param namespaces all namespaces that are declared
     * @param judged whether what the manifest says of itself is reported on; not for manifests within another
     */
    ManifestFormat detect(
            String rootNamespace,
            Set<String> namespaces,
            ManifestMetadata metadata,
            @Nullable Place place,
            boolean judged) {
        String schema = strip(metadata.schema());
        String version = strip(metadata.schemaVersion());
        if (judged) {
            judgeDeclaration(schema, version, place);
        }
        Kind declared = declaredKind(schema, version);
        Kind kind = shownKind(rootNamespace, namespaces, declared);
        ManifestFormat format = describe(kind, rootNamespace, declared, version);
        if (judged && !contradictions.isEmpty()) {
            findings.report(Finding.of(ManifestRequirement.CONSISTENT_VERSION)
                    .with("declared", (schema == null ? "" : schema) + (version == null ? "" : " " + version))
                    .with("found", contradictions)
                    .with("format", format.label())
                    .at(at(place))
                    .build());
        }
        return format;
    }

    private void judgeDeclaration(@Nullable String schema, @Nullable String version, @Nullable Place place) {
        if (schema == null || version == null) {
            findings.report(Finding.of(ManifestRequirement.SCHEMA_VERSION_PRESENT)
                    .with(
                            "missing",
                            schema == null && version == null
                                    ? List.of("schema", "schemaversion")
                                    : List.of(schema == null ? "schema" : "schemaversion"))
                    .at(at(place))
                    .build());
        }
        if (schema == null) {
            return;
        }
        List<String> versions = SCHEMAS.get(schema);
        if (versions == null) {
            findings.report(Finding.of(ManifestRequirement.KNOWN_SCHEMA)
                    .with("schema", schema)
                    .with("allowed", nearestSchemas(schema))
                    .at(at(place))
                    .build());
        } else if (version != null && !versions.isEmpty() && !versions.contains(version)) {
            findings.report(Finding.of(ManifestRequirement.KNOWN_SCHEMA_VERSION)
                    .with("schema", schema)
                    .with("version", version)
                    .with("allowed", versions)
                    .at(at(place))
                    .build());
        }
    }

    private static Set<String> nearestSchemas(String schema) {
        String folded = schema.toLowerCase(Locale.ROOT);
        Set<String> near = new LinkedHashSet<>();
        for (String known : SCHEMAS.keySet()) {
            if (known.toLowerCase(Locale.ROOT).equals(folded)) {
                near.add(known);
            }
        }
        return near.isEmpty() ? new LinkedHashSet<>(List.of(CONTENT, SCORM, CARTRIDGE, THIN_CARTRIDGE)) : near;
    }

    private Location at(@Nullable Place place) {
        return place == null ? Location.at(entry, "/manifest", 0, 0) : place.at(entry);
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Kind declaredKind(@Nullable String schema, @Nullable String version) {
        if (schema == null) {
            return Kind.UNKNOWN;
        }
        String folded = schema.toLowerCase(Locale.ROOT);
        if (folded.contains("thin common cartridge")) {
            return Kind.THIN_COMMON_CARTRIDGE;
        } else if (folded.contains("common cartridge")) {
            return Kind.COMMON_CARTRIDGE;
        } else if (folded.equals("ims content")) {
            return Kind.CONTENT_PACKAGING;
        } else if (folded.contains("scorm")) {
            return version != null && version.startsWith("1.2") ? Kind.SCORM_1_2 : Kind.SCORM_2004;
        }
        return Kind.UNKNOWN;
    }

    private Kind shownKind(String rootNamespace, Set<String> namespaces, Kind declared) {
        Namespace root = KnownNamespaces.find(rootNamespace);
        if (root != null && root.use() == Use.CARTRIDGE) {
            if (declared != Kind.UNKNOWN
                    && declared != Kind.COMMON_CARTRIDGE
                    && declared != Kind.THIN_COMMON_CARTRIDGE) {
                contradictions.add(rootNamespace);
            }
            return declared == Kind.THIN_COMMON_CARTRIDGE ? declared : Kind.COMMON_CARTRIDGE;
        }
        String scorm12 = first(namespaces, "1.2");
        String scorm2004 = first(namespaces, "2004");
        if (scorm12 != null && scorm2004 != null) {
            contradictions.add(scorm12);
            contradictions.add(scorm2004);
            return declared == Kind.SCORM_1_2 ? declared : Kind.SCORM_2004;
        }
        if (scorm12 != null || scorm2004 != null) {
            Kind shown = scorm12 != null ? Kind.SCORM_1_2 : Kind.SCORM_2004;
            if (declared != Kind.UNKNOWN && declared != shown) {
                contradictions.add(scorm12 != null ? scorm12 : String.valueOf(scorm2004));
            }
            String expectedRoot = shown == Kind.SCORM_1_2 ? SCORM_1_2_ROOT : CURRENT_ROOT;
            if (root != null && !rootNamespace.equals(expectedRoot)) {
                contradictions.add(rootNamespace);
            }
            return shown;
        }
        return withoutScorm(root, rootNamespace, namespaces, declared);
    }

    private Kind withoutScorm(@Nullable Namespace root, String rootNamespace, Set<String> namespaces, Kind declared) {
        switch (declared) {
            case SCORM_1_2, SCORM_2004 -> {
                return declared;
            }
            case COMMON_CARTRIDGE, THIN_COMMON_CARTRIDGE -> {
                if (root != null) {
                    contradictions.add(rootNamespace);
                }
                return declared;
            }
            default -> {
                if (root == null || root.use() != Use.PACKAGING) {
                    return declared;
                }
                return namespaces.contains(NATIVE_NAMESPACE) ? Kind.NATIVE : Kind.CONTENT_PACKAGING;
            }
        }
    }

    private static @Nullable String first(Set<String> namespaces, String scormVersion) {
        for (String uri : namespaces) {
            Namespace namespace = KnownNamespaces.find(uri);
            if (namespace != null
                    && namespace.use() == Use.SCORM
                    && namespace.version().equals(scormVersion)) {
                return uri;
            }
        }
        return null;
    }

    private ManifestFormat describe(Kind kind, String rootNamespace, Kind declared, @Nullable String version) {
        Namespace root = KnownNamespaces.find(rootNamespace);
        String rootVersion = root == null || root.version().isEmpty() ? null : root.version();
        String own = declared == kind ? version : null;
        return switch (kind) {
            case CONTENT_PACKAGING, NATIVE -> {
                String packaging = packagingVersion(rootNamespace, rootVersion, version);
                yield new ManifestFormat(kind, kind == Kind.NATIVE ? "1.0" : packaging, packaging, contradictions);
            }
            case SCORM_1_2 -> new ManifestFormat(kind, "1.2", rootVersion, contradictions);
            case SCORM_2004 -> describeScorm2004(own, rootVersion);
            case COMMON_CARTRIDGE, THIN_COMMON_CARTRIDGE -> describeCartridge(kind, root, own);
            case UNKNOWN -> new ManifestFormat(kind, null, rootVersion, contradictions);
        };
    }

    private ManifestFormat describeScorm2004(@Nullable String declared, @Nullable String rootVersion) {
        String edition = "CAM 1.3".equals(declared) ? "2004 2nd Edition" : declared;
        String version = edition != null && edition.startsWith("2004 ") ? edition : "2004";
        // The 2nd edition is older than IMS CP 1.1.4, which has the same namespace as 1.1.3.
        boolean second = version.startsWith("2004 2nd");
        return new ManifestFormat(
                Kind.SCORM_2004,
                version,
                second && "1.1.4".equals(rootVersion) ? "1.1.3" : rootVersion,
                contradictions);
    }

    private ManifestFormat describeCartridge(Kind kind, @Nullable Namespace root, @Nullable String declared) {
        if (root == null || root.use() != Use.CARTRIDGE) {
            return new ManifestFormat(kind, declared, null, contradictions);
        }
        String shown = root.version();
        if (declared != null && !declared.equals(shown) && !declared.startsWith(shown + ".")) {
            contradictions.add(root.uri());
        }
        return new ManifestFormat(kind, shown, null, contradictions);
    }

    private String packagingVersion(String rootNamespace, @Nullable String rootVersion, @Nullable String declared) {
        // IMS CP 1.1.3, 1.1.4 and 1.2 share one namespace; the manifest's word decides between them.
        if (rootNamespace.equals(CURRENT_ROOT)
                && declared != null
                && (declared.equals("1.1.3") || declared.equals("1.2"))) {
            return declared;
        }
        if (rootVersion != null
                && declared != null
                && !declared.equals(rootVersion)
                && SCHEMAS.getOrDefault(CONTENT, List.of()).contains(declared)) {
            contradictions.add(rootNamespace);
        }
        return rootVersion == null ? "1.1" : rootVersion;
    }
}
