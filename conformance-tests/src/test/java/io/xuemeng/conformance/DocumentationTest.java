package io.xuemeng.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.validator.ReasonClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What vendors read and what the kit does are the same. */
class DocumentationTest {

    private static final Path DOCS = Path.of("..", "docs");

    @ParameterizedTest
    @EnumSource
    void theContractNamesEveryClassOfReasonsWithItsMeaning(ReasonClass reason) throws IOException {
        assertThat(DOCS.resolve("conformance/commands.md"))
                .content()
                .contains("| `" + reason.label() + "` | " + reason.meaning().en() + " |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xuemeng.package-validator/1", "xuemeng.package-producer/1", "xuemeng.record-provider/1"})
    void theContractNamesItsVersions(String contract) throws IOException {
        assertThat(DOCS.resolve("conformance/commands.md")).content().contains(contract);
    }

    @Test
    void theContractOfTheHookNamesItsVersion() throws IOException {
        assertThat(DOCS.resolve("conformance/tokens.md")).content().contains("xuemeng.relying-party/1");
    }

    @Test
    void thePagesThatThePagesLinkToAreThere() throws IOException {
        for (String page : new String[] {
            "conformance/README.md",
            "conformance/commands.md",
            "conformance/http.md",
            "conformance/ci.md",
            "conformance/tokens.md",
            "conformance/hub.md",
            "challenges.md"
        }) {
            Path file = DOCS.resolve(page);
            java.util.regex.Pattern.compile("]\\((?!https?:)([^)#]+)")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(link -> assertThat(file.resolveSibling(link.group(1)))
                            .as(page)
                            .exists());
        }
    }
}
