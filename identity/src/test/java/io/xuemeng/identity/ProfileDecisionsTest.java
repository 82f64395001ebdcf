package io.xuemeng.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The written profile names every requirement on tokens whose source says that it is a decision of the profile, and no other. */
class ProfileDecisionsTest {

    private static final Pattern ID = Pattern.compile("\\b(?:JWS|KEY|TOK|FED)-\\d{3}\\b");

    @ParameterizedTest
    @CsvSource({"token.en.md, ## What this profile decides", "token.zh-CN.md, ## 本规范的决定"})
    void standInTheWrittenProfileInBothLanguages(String file, String heading) throws IOException {
        Set<String> decided = IdentityCatalogue.standard().requirements().stream()
                .filter(requirement -> requirement.source().contains(Requirement.PROFILE_DECISION))
                .map(Requirement::id)
                .filter(id -> ID.matcher(id).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        String text = Files.readString(Path.of("..", "docs", "profile", file));
        String section = text.substring(text.indexOf(heading + '\n'));

        assertThat(ID.matcher(section).results().map(match -> match.group()).collect(Collectors.toSet()))
                .isEqualTo(decided);
    }
}
