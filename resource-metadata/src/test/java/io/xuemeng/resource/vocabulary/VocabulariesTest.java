package io.xuemeng.resource.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.resource.element.ElementPaths;
import io.xuemeng.resource.metadata.Role;
import io.xuemeng.resource.metadata.SchoolStage;
import io.xuemeng.resource.metadata.VocabularyTerm;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabulariesTest {

    private static final Vocabularies ALL = Vocabularies.bundled();

    @Test
    void saysOfEachVocabularyWhereItComesFrom() {
        assertThat(ALL.all()).allSatisfy(vocabulary -> {
            assertThat(vocabulary.provenance().document()).isNotBlank();
            assertThat(vocabulary.provenance().origin()).isNotBlank();
            assertThat(vocabulary.provenance().confidence()).isNotBlank();
            assertThat(vocabulary.title(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
            assertThat(vocabulary.title(Locale.ENGLISH)).isNotBlank();
            assertThat(vocabulary.items()).isNotEmpty();
        });
    }

    @Test
    void namesOnlyElementsThatExist() {
        assertThat(ALL.all())
                .allSatisfy(
                        vocabulary -> assertThat(ElementPaths.all().keySet()).containsAll(vocabulary.elements()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOMv1.0", "LOM v1.0", "LOM", "LOM-ESv1.0", "GB/T 21365-2008"})
    void knowsTheLomByItsUsualNames(String source) {
        assertThat(ALL.ofSource(source)).extracting(Vocabulary::id).contains("structure", "purpose");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void holdsEveryRoleOfTheModel(Role role) {
        assertThat(ALL.ofElement("lifeCycle.contribute.role"))
                .filteredOn(
                        vocabulary -> vocabulary.sources().contains(role.term().source()))
                .singleElement()
                .satisfies(vocabulary ->
                        assertThat(vocabulary.find(role.term().value())).isNotNull());
    }

    @ParameterizedTest
    @EnumSource(SchoolStage.class)
    void holdsEveryStageOfTheModel(SchoolStage stage) {
        assertThat(ALL.find("zxxxd").orElseThrow().find(stage.term().value())).isNotNull();
    }

    @Test
    void findsAValueByTheIdThatThePlatformGivesIt() {
        assertThat(ALL.find("zxxxk").orElseThrow().find("e7bbcf80-0590-11ed-9c79-92fc3b3249d5"))
                .extracting(VocabularyItem::value)
                .isEqualTo("数学");
    }

    @Test
    void guessesWhatIsMeantByAnotherSpelling() {
        Vocabulary roles = ALL.find("role").orElseThrow();

        assertThat(roles.find("Graphical  Designer")).isNull();
        assertThat(roles.guess("Graphical  Designer")).isEqualTo(roles.find("graphical designer"));
        assertThat(roles.guess("作者")).isEqualTo(roles.find("author"));
        assertThat(roles.guess("x".repeat(1_000_000))).isNull();
    }

    @Test
    void namesTheNearestValues() {
        assertThat(ALL.find("learningResourceType").orElseThrow().nearest("lectures"))
                .startsWith("lecture");
        assertThat(ALL.find("zxxbb").orElseThrow().nearest("人教社版")).startsWith("人教版");
        assertThat(ALL.find("zxxbb").orElseThrow().nearest("x".repeat(1_000_000)))
                .hasSize(3);
    }

    @Test
    void translatesBetweenThePlatformAndTheStandardWhereTheStageDecides() {
        VocabularyTerm grade = VocabularyTerm.of("zxxnj", "七年级");
        VocabularyTerm first = VocabularyTerm.of("JY/T 1001 NJ", "1");

        assertThat(ALL.translate(grade, "JY/T 1001 NJ", null)).containsExactly(first);
        assertThat(ALL.translate(first, "zxxnj", "小学")).containsExactly(VocabularyTerm.of("zxxnj", "一年级"));
        assertThat(ALL.translate(first, "zxxnj", "初中")).containsExactly(grade);
    }

    @Test
    void mapsOnlyValuesThatBothVocabulariesHave() {
        assertThat(ALL.mappings()).allSatisfy(mapping -> {
            assertThat(ALL.ofSource(mapping.from().source())
                            .get(0)
                            .find(mapping.from().value()))
                    .isNotNull();
            assertThat(ALL.ofSource(mapping.to().source())
                            .get(0)
                            .find(mapping.to().value()))
                    .isNotNull();
        });
    }
}
