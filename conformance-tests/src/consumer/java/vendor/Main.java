package vendor;

import io.xuemeng.core.code.CodeValidation;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.code.IriText;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.MetadataValidator;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.json.MetadataJsonWriter;
import io.xuemeng.resource.metadata.MultilingualText;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.xml.LomXmlWriter;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;

/** Uses what a vendor uses first: a code, a record of its own that is held to one, and metadata in every form. */
public final class Main {

    record Course(List<@IriText String> materials) {}

    private Main() {}

    /** Prints what came of each; the test that runs this knows what is right. */
    public static void main(String[] arguments) {
        InstitutionId university = InstitutionId.of("4111010001");
        System.out.println(university + " " + university.categoryName());
        for (Locale reader : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            try (ValidatorFactory factory = CodeValidation.factory(reader)) {
                factory.getValidator()
                        .validate(new Course(List.of("课程")))
                        .forEach(violation -> System.out.println(violation.getMessage()));
            }
        }
        describe();
    }

    private static void describe() {
        ResourceMetadata metadata = ResourceMetadata.builder()
                .identifier("org.example.courseware", "K7-MATH-0312")
                .title(MultilingualText.zh("分数的初步认识"))
                .language("zh_CN")
                .build();
        System.out.println("XML keeps the record: " + metadata.equals(read(LomXmlWriter.write(metadata))));
        System.out.println("JSON is written: " + (MetadataJsonWriter.compact(metadata).length > 0));
        Report report = MetadataValidator.forProfile(MetadataProfile.alliance()).validate(metadata);
        boolean found = report.findings().stream()
                .anyMatch(finding -> finding.problem(Locale.SIMPLIFIED_CHINESE).contains("zh_CN"));
        System.out.println("the habit is found: " + found);
    }

    private static ResourceMetadata read(byte[] document) {
        MetadataDocument read = MetadataReader.read(document, null, Limits.defaults(), new FindingCollector());
        return read == null ? ResourceMetadata.builder().build() : read.metadata();
    }
}
