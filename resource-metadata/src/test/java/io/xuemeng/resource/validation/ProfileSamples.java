package io.xuemeng.resource.validation;

import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.element.ElementKind;
import io.xuemeng.resource.element.ElementPaths;
import io.xuemeng.resource.json.MetadataJsonReader;
import io.xuemeng.resource.json.MetadataJsonWriter;
import io.xuemeng.resource.metadata.Contribute;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.metadata.VocabularyTerm;
import io.xuemeng.resource.profile.Constraint;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.profile.ProfileRequirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the samples of requirements on values: one good record for each profile, and for each requirement one edit that
 * breaks it and nothing else.
 */
final class ProfileSamples {

    static final Path SAMPLES = Path.of("src/samples");
    static final List<MetadataProfile> PROFILES = List.of(
            MetadataProfile.lom(),
            MetadataProfile.textbook(),
            MetadataProfile.contentObject(),
            MetadataProfile.alliance());

    private static final Path GOOD = Path.of("src/test/resources/io/xuemeng/resource/validation");

    private ProfileSamples() {}

    /** Writes all samples again. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<Path, byte[]> sample : all().entrySet()) {
            Files.createDirectories(sample.getKey().getParent());
            Files.write(sample.getKey(), sample.getValue());
        }
    }

    /** The samples' bytes by their files. */
    static Map<Path, byte[]> all() throws IOException {
        Map<Path, byte[]> samples = new TreeMap<>(ValueSamples.all());
        for (MetadataProfile profile : PROFILES) {
            ResourceMetadata good = good(profile.id());
            for (ProfileRequirement requirement : profile.requirements()) {
                if (requirement.id().startsWith(profile.id() + '-')) {
                    Path folder = SAMPLES.resolve(requirement.id());
                    samples.put(folder.resolve("pass.json"), MetadataJsonWriter.pretty(good));
                    samples.put(folder.resolve("fail.json"), MetadataJsonWriter.pretty(broken(good, requirement)));
                }
            }
        }
        return samples;
    }

    static ResourceMetadata good(String name) throws IOException {
        byte[] json = Files.readAllBytes(GOOD.resolve("good-" + name + ".json"));
        return MetadataJsonReader.read(json, null, Limits.defaults(), finding -> {
                    throw new IllegalStateException(finding.toString());
                })
                .metadata();
    }

    static ResourceMetadata broken(ResourceMetadata good, ProfileRequirement requirement) {
        Constraint constraint = requirement.constraint();
        String path = requirement.element();
        if (constraint instanceof Constraint.Required) {
            return RecordEdit.values(good, path, values -> List.of());
        }
        if (constraint instanceof Constraint.AtMost most) {
            return RecordEdit.values(good, path, values -> {
                List<Object> more = new ArrayList<>(values);
                more.addAll(Collections.nCopies(most.max(), values.get(values.size() - 1)));
                return more;
            });
        }
        if (constraint instanceof Constraint.MaxLength length) {
            ElementKind kind = ElementPaths.all().get(path).kind();
            return RecordEdit.values(good, path, values -> {
                List<Object> changed = new ArrayList<>(values);
                String text = longText(path, length.max() + 1);
                changed.set(values.size() - 1, kind == ElementKind.TEXT ? text : MultilingualText.zh(text));
                return changed;
            });
        }
        if (constraint instanceof Constraint.FromVocabulary) {
            return RecordEdit.values(good, path, values -> {
                VocabularyTerm term = (VocabularyTerm) values.get(values.size() - 1);
                return List.of(VocabularyTerm.of("org.example.terms", term.value()));
            });
        }
        Constraint.Among among = (Constraint.Among) constraint;
        return RecordEdit.values(good, path, values -> {
            Contribute last = (Contribute) values.get(values.size() - 1);
            List<Object> changed = new ArrayList<>();
            for (Object value : values) {
                Contribute contribute = (Contribute) value;
                boolean meant = among.values().contains(contribute.role().value());
                changed.add(meant ? new Contribute(last.role(), contribute.entities(), contribute.date()) : contribute);
            }
            return changed;
        });
    }

    /** A text of exactly so many characters that is right in every other way. */
    private static String longText(String path, int length) {
        String begin = "";
        String end = "";
        switch (TextRule.of(path)) {
            case LANGUAGE -> {
                StringBuilder tag = new StringBuilder("zh-x");
                while (tag.length() < length) {
                    tag.append("-abcdefgh", 0, Math.min(9, length - tag.length()));
                }
                return tag.charAt(length - 1) == '-' ? tag.substring(0, length - 2) + "-a" : tag.toString();
            }
            case ADDRESS -> begin = "https://example.org/";
            case FORMAT -> begin = "video/mp4; codecs=";
            case SIZE -> begin = "1";
            case ENTITY -> {
                begin = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:";
                end = "\r\nEND:VCARD\r\n";
            }
            default -> begin = "字";
        }
        char fill = begin.equals("字") ? '字' : begin.equals("1") ? '0' : 'a';
        return begin + String.valueOf(fill).repeat(length - begin.length() - end.length()) + end;
    }

    static String text(ResourceMetadata metadata) {
        return new String(MetadataJsonWriter.pretty(metadata), StandardCharsets.UTF_8);
    }
}
