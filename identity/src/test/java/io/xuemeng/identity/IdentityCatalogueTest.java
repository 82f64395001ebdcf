package io.xuemeng.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityCatalogueTest {

    @Test
    void eachRequirementHasAnIdOfItsOwn() {
        assertThat(IdentityCatalogue.standard().requirements()).hasSizeGreaterThan(150);
        assertThat(IdentityCatalogue.standard().find("TOK-013")).isPresent();
        assertThat(IdentityCatalogue.standard().find("FED-037")).isPresent();
    }

    @Test
    void everySampleIsOfARequirement() throws IOException {
        List<String> ids = IdentityCatalogue.standard().requirements().stream()
                .map(Requirement::id)
                .toList();
        try (Stream<Path> folders = Files.list(Path.of("src", "samples"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).isSubsetOf(ids);
        }
    }
}
