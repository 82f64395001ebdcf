package io.xuemeng.resource.profile;

import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Severity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one profile file as a whole, gathering every problem before it refuses the file. Used once. */
final class ProfileReader {

    /** What the field {@code format} of a profile file says. */
    static final String FORMAT = "xuemeng-profile-1";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final List<String> KEYS =
            List.of("obligation", "min", "max", "maxLength", "vocabulary", "values", "among");

    private final String file;
    private final boolean bundled;
    private final ProfileProblems problems = new ProfileProblems();

    ProfileReader(String file, boolean bundled) {
        this.file = file;
        this.bundled = bundled;
    }

    MetadataProfile read(byte[] bytes) {
        ProfileNode root = ProfileNode.parse(file, bytes);
        if (!problems.object(root, "format", "id", "version", "title", "extends", "texts", "elements", "grades")) {
            throw problems.toException(file);
        }
        String format = problems.requiredText(root, "format");
        if (format != null && !format.equals(FORMAT)) {
            problems.add(
                    root.at("format"),
                    Finding.of(ProfileFileRequirement.FORMAT)
                            .with("value", format)
                            .with("allowed", FORMAT));
        }
        String id = id(root);
        String version = problems.requiredText(root, "version");
        String[] title = title(root);
        MetadataProfile base = base(root);
        ProfileTexts texts = texts(root, base);
        List<ProfileElement> elements = elements(root, id, base, texts);
        Map<String, Severity> grades = new GradeReader(problems, base).read(root);
        if (!problems.isEmpty() || id == null || version == null) {
            throw problems.toException(file);
        }
        return new MetadataProfile(id, version, title[0], title[1], base, texts, elements, grades, sha256(bytes));
    }

    private @Nullable String id(ProfileNode root) {
        String id = problems.requiredText(root, "id");
        ProfileNode node = root.get("id");
        if (id == null || node == null) {
            return null;
        }
        if (!ID.matcher(id).matches()) {
            problems.add(node, Finding.of(ProfileFileRequirement.PROFILE_ID).with("value", id));
        } else if (!bundled && MetadataProfile.bundledIds().contains(id)) {
            problems.add(node, Finding.of(ProfileFileRequirement.RESERVED_ID).with("value", id));
        }
        return id;
    }

    private @Nullable MetadataProfile base(ProfileNode root) {
        String name = problems.text(root, "extends");
        ProfileNode node = root.get("extends");
        if (name == null || node == null) {
            return null;
        }
        if (!MetadataProfile.bundledIds().contains(name)) {
            problems.add(
                    node,
                    Finding.of(ProfileFileRequirement.UNKNOWN_BASE)
                            .with("value", name)
                            .with("allowed", MetadataProfile.bundledIds()));
            return null;
        }
        return MetadataProfile.bundled(name);
    }

    private ProfileTexts texts(ProfileNode root, @Nullable MetadataProfile base) {
        // Of a profile that extends an unknown one only that is said, not that all its sentences are missing.
        MetadataProfile behind = base == null && root.get("extends") != null ? MetadataProfile.lom() : base;
        ProfileTexts texts = new ProfileTexts(behind == null ? null : behind.texts());
        ProfileNode node = root.get("texts");
        if (node != null && problems.object(node, KEYS.toArray(String[]::new))) {
            node.fields.forEach((key, value) -> {
                if (KEYS.contains(key)) {
                    ProfileSentences.read(problems, value).forEach((chinese, parts) -> texts.put(key, chinese, parts));
                }
            });
        }
        return texts;
    }

    private List<ProfileElement> elements(
            ProfileNode root, @Nullable String id, @Nullable MetadataProfile base, ProfileTexts texts) {
        List<ProfileElement> elements = new ArrayList<>();
        ProfileNode node = root.get("elements");
        if (node == null) {
            problems.add(root, Finding.of(ProfileFileRequirement.MISSING_FIELD).with("field", "elements"));
            return elements;
        }
        if (!node.isArray()) {
            problems.add(node, Finding.of(ProfileFileRequirement.ARRAY).with("field", "elements"));
            return elements;
        }
        ElementReader reader = new ElementReader(problems, id == null ? "?" : id, base, texts);
        for (ProfileNode item : node.items) {
            ProfileElement element = reader.read(item);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private String[] title(ProfileNode root) {
        ProfileNode node = root.get("title");
        if (node == null) {
            problems.add(root, Finding.of(ProfileFileRequirement.MISSING_FIELD).with("field", "title"));
            return new String[] {"", ""};
        }
        return ProfileSentences.bilingual(problems, node);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
