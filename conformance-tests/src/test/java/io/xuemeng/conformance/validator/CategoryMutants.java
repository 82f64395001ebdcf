package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.conformance.sample.Samples;
import io.xuemeng.core.input.Limits;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.MetadataWriter;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.metadata.AigcLabel;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validators that do not look at one category of the metadata: they judge as if a good record's stood there. */
final class CategoryMutants {

    private static final Pattern RECORD = Pattern.compile("(?s)<lom\\b.*</lom>");

    /** What no requirement is about. */
    private static final Set<String> NOTHING_ASKED = Set.of("accessibility", "extensions");

    private CategoryMutants() {}

    static List<ValidatorMutant> all() {
        List<ValidatorMutant> all = new ArrayList<>();
        RecordComponent[] categories = ResourceMetadata.class.getRecordComponents();
        for (int i = 0; i < categories.length; i++) {
            if (!NOTHING_ASKED.contains(categories[i].getName())) {
                all.add(blind(categories[i].getName(), i));
            }
        }
        return all;
    }

    private static ValidatorMutant blind(String category, int index) {
        return new ValidatorMutant("does not look at " + category, right -> request -> {
            byte[] there = Files.readAllBytes(request.file());
            byte[] seen = Archive.withManifest(
                    there,
                    text -> RECORD.matcher(text)
                            .replaceFirst(match ->
                                    Matcher.quoteReplacement(overlooked(match.group(), request.profile(), index))));
            if (Arrays.equals(there, seen)) {
                return right.judge(request);
            }
            Path file = Files.createTempFile("mutant", ".zip");
            try {
                Files.write(file, seen);
                return right.judge(request.withFile(file));
            } finally {
                Files.delete(file);
            }
        });
    }

    private static String overlooked(String text, String profile, int index) {
        ResourceMetadata record = read(text.getBytes(StandardCharsets.UTF_8));
        ResourceMetadata good = read(Samples.all().content(profile + "-001/pass.json"));
        if (record == null || good == null || Objects.equals(values(record)[index], values(good)[index])) {
            return text;
        }
        Object[] values = values(record);
        boolean label = values[index] instanceof AigcLabel || values(good)[index] instanceof AigcLabel;
        values[index] = label ? null : values(good)[index];
        try {
            Class<?>[] types = Arrays.stream(ResourceMetadata.class.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            ResourceMetadata mixed =
                    ResourceMetadata.class.getConstructor(types).newInstance(values);
            String xml = new String(MetadataWriter.toXml(mixed), StandardCharsets.UTF_8);
            return xml.substring(xml.indexOf("?>") + 2).strip();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResourceMetadata read(byte[] bytes) {
        MetadataDocument document = MetadataReader.read(bytes, null, Limits.defaults(), finding -> {});
        return document == null ? null : document.metadata();
    }

    private static Object[] values(ResourceMetadata record) {
        return Arrays.stream(ResourceMetadata.class.getRecordComponents())
                .map(component -> {
                    try {
                        return component.getAccessor().invoke(record);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray();
    }
}
