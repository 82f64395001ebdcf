package io.xuemeng.resource.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.xuemeng.resource.requirement.MetadataRequirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataJsonSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(MetadataJsonSchema.text());

    static List<Error> errors(byte[] document) {
        return SCHEMA.validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON);
    }

    static Stream<Path> goodSamples() {
        return JsonFormRequirementTest.requirements()
                .filter(requirement -> requirement.id().compareTo("META-050") < 0)
                .flatMap(requirement -> JsonFormRequirementTest.samples(requirement, "pass").stream());
    }

    @Test
    void isWhatTheModelSaysWhereverItIsKept() throws IOException {
        String generated = MetadataSchemaGenerator.generate();
        assertThat(MetadataJsonSchema.text()).isEqualTo(generated);
        for (Path file : MetadataSchemaGenerator.FILES) {
            assertThat(file)
                    .as("run MetadataSchemaGenerator.main after a change of the model")
                    .hasContent(generated);
        }
    }

    @Test
    void isAValidSchema() throws IOException {
        Schema metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(metaschema.validate(MetadataJsonSchema.text(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goodSamples")
    void acceptsTheGoodSamples(Path sample) throws IOException {
        assertThat(errors(Files.readAllBytes(sample))).isEmpty();
    }

    /** A name that it does not know is none of its business; all else that the reader reports is. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "JSON_NULL",
                "JSON_NOT_STRING",
                "JSON_TYPE",
                "JSON_NOT_ARRAY",
                "JSON_NOT_SINGLE",
                "JSON_NOT_OBJECT",
                "JSON_TEXT_MISSING",
                "JSON_NOT_RECORD"
            })
    void refusesTheBadSamples(MetadataRequirement requirement) throws IOException {
        for (Path sample : JsonFormRequirementTest.samples(requirement, "fail")) {
            assertThat(errors(Files.readAllBytes(sample))).as("%s", sample).isNotEmpty();
        }
    }
}
