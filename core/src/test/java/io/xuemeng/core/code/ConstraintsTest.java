package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintsTest {

    private static final ValidatorFactory CHINESE = CodeValidation.factory(Locale.SIMPLIFIED_CHINESE);
    private static final ValidatorFactory ENGLISH = CodeValidation.factory(Locale.ENGLISH);

    record Everything(
            @InstitutionIdText @Nullable String institution,
            @CreditCodeText @Nullable String credit,
            @OrganizationCodeText @Nullable String organization,
            @CitizenIdText @Nullable String citizen,
            @StudentNumberText @Nullable String student,
            @AreaCodeText @Nullable String area,
            @IsoDateTimeText @Nullable String date,
            @IsoDurationText @Nullable String duration,
            @LanguageTagText @Nullable String language,
            @IriText @Nullable String iri) {}

    record Containers(List<@IriText String> iris, Map<@LanguageTagText String, @IsoDateTimeText String> dates) {}

    record WithBuiltIn(@NotNull String name, @Size(max = 2) String text) {}

    record WithOwnMessage(
            @IriText(message = "{no.such.key} and {io.xuemeng.core.code.no-such}")
            String iri) {}

    private static final Everything GOOD = new Everything(
            "4111010001",
            "91350100M000100Y43",
            "D2143569X",
            "11010519491231002X",
            "G11010519491231002X",
            "110108",
            "2024-03-01T08:00:00+08:00",
            "PT45M",
            "zh-CN",
            "https://example.cn/课程");

    @AfterAll
    static void close() {
        CHINESE.close();
        ENGLISH.close();
    }

    static Stream<Validator> validators() {
        return Stream.of(CHINESE.getValidator(), ENGLISH.getValidator());
    }

    @ParameterizedTest
    @MethodSource("validators")
    void acceptsGoodTextsAndNull(Validator validator) {
        assertThat(validator.validate(GOOD)).isEmpty();
        assertThat(validator.validate(new Everything(null, null, null, null, null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void reportsEachComponentInTheReadersLanguageWithoutItsKey() {
        Everything bad = new Everything("x", "x", "x", "x", "x", "x", "x", "x", "_", "x");
        Set<ConstraintViolation<Everything>> chinese = CHINESE.getValidator().validate(bad);
        Set<ConstraintViolation<Everything>> english = ENGLISH.getValidator().validate(bad);
        assertThat(chinese).hasSize(10).allSatisfy(violation -> {
            if (!violation.getPropertyPath().toString().equals("area")) {
                assertThat(violation.getMessage()).startsWith("必须是").doesNotContain("{");
            }
        });
        assertThat(english).hasSize(10).allSatisfy(violation -> {
            if (!violation.getPropertyPath().toString().equals("area")) {
                assertThat(violation.getMessage()).startsWith("must be ").doesNotContain("{");
            }
        });
    }

    @Test
    void givesAnApplicationsOwnMessageTheFirstWord() {
        assertThat(ENGLISH.getValidator().validateValue(Everything.class, "area", "x"))
                .extracting(ConstraintViolation::getMessage)
                .containsExactly("the application says: must be an absolute IRI (RFC 3987), such as"
                        + " https://example.cn/course/312");
    }

    @Test
    void leavesTheMessagesOfOtherConstraintsToTheProvider() {
        WithBuiltIn bad = new WithBuiltIn(null, "abc");
        assertThat(ENGLISH.getValidator().validate(bad))
                .extracting(ConstraintViolation::getMessage)
                .containsExactlyInAnyOrder("must not be null", "size must be between 0 and 2");
        assertThat(CHINESE.getValidator().validate(bad))
                .extracting(ConstraintViolation::getMessage)
                .containsExactlyInAnyOrder("不能为null", "个数必须在0和2之间");
    }

    @Test
    void leavesUnknownKeysAsTheyAre() {
        assertThat(ENGLISH.getValidator().validate(new WithOwnMessage("")))
                .extracting(ConstraintViolation::getMessage)
                .containsExactly("{no.such.key} and {io.xuemeng.core.code.no-such}");
    }

    /** Where there is no bundle of a language, Java takes the one of the process. */
    @Test
    void speaksEnglishToReadersOfOtherLanguagesAlsoInAChineseProcess() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.CHINA);
        try (ValidatorFactory factory = CodeValidation.factory(Locale.FRANCE)) {
            assertThat(factory.getValidator().validateValue(Everything.class, "iri", "x"))
                    .extracting(ConstraintViolation::getMessage)
                    .allMatch(message -> message.startsWith("must be an absolute IRI"));
            assertThat(factory.getValidator().validateValue(WithBuiltIn.class, "name", null))
                    .extracting(ConstraintViolation::getMessage)
                    .containsExactly("must not be null");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** What a provider does that looks into no jar of a library, as on the module path. */
    @Test
    void fillsInEachKeyThatItKnowsAlsoBehindOneThatItDoesNot() {
        MessageInterpolator findsNothing = new MessageInterpolator() {
            @Override
            public String interpolate(String template, Context context) {
                return template;
            }

            @Override
            public String interpolate(String template, Context context, Locale locale) {
                return template;
            }
        };
        MessageInterpolator messages = new ConstraintMessages(
                findsNothing, Locale.ENGLISH, (key, locale) -> key.equals("io.xuemeng.mine") ? "mine" : null);
        MessageInterpolator.Context none = null;
        assertThat(messages.interpolate(
                        "{io.xuemeng.no-such} {io.xuemeng.mine}, {io.xuemeng.core.code.IsoDurationText.message} {io.xuemeng.",
                        none))
                .isEqualTo("{io.xuemeng.no-such} mine, must be a duration (GB/T 7408, ISO 8601), such as PT45M or P1Y6M"
                        + " {io.xuemeng.");
    }

    @Test
    void checksTheElementsOfContainers() {
        Containers bad = new Containers(List.of("urn:a", "b"), Map.of("zh_CN", "2024", "en", "x"));
        assertThat(ENGLISH.getValidator().validate(bad))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder(
                        "iris[1].<list element>", "dates<K>[zh_CN].<map key>", "dates[en].<map value>");
    }

    /** What an application has that configures Hibernate Validator itself and knows nothing of this package. */
    @ParameterizedTest
    @MethodSource("languages")
    void isFoundByAnApplicationsOwnFactory(Locale language, String start) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(Set.of(language), language, false))
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validateValue(Everything.class, "iri", "x"))
                    .extracting(ConstraintViolation::getMessage)
                    .allMatch(message -> message.startsWith(start));
        }
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of(Locale.SIMPLIFIED_CHINESE, "必须是绝对 IRI"),
                Arguments.of(Locale.CHINA, "必须是绝对 IRI"),
                Arguments.of(Locale.ENGLISH, "must be an absolute IRI"),
                Arguments.of(Locale.UK, "must be an absolute IRI"));
    }

    @Test
    void speaksTheLanguageOfTheProcessUnlessToldOtherwise() {
        try (ValidatorFactory factory = CodeValidation.factory()) {
            assertThat(factory.getValidator().validateValue(Everything.class, "iri", "x"))
                    .hasSize(1);
        }
    }

    @Test
    void saysTheSameInBothPlacesAndInBothLanguages() throws IOException {
        Properties english = load("messages.properties");
        Properties chinese = load("messages_zh_CN.properties");
        assertThat(load("/ContributorValidationMessages.properties")).isEqualTo(english);
        assertThat(load("/ContributorValidationMessages_zh.properties")).isEqualTo(chinese);
        Set<String> keys = Set.copyOf(Arrays.stream(Everything.class.getRecordComponents())
                .map(component -> component.getAccessor().getAnnotations()[0].annotationType())
                .map(constraint -> constraint.getName() + ".message")
                .toList());
        assertThat(english.stringPropertyNames()).isEqualTo(keys);
        assertThat(chinese.stringPropertyNames()).isEqualTo(keys);
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = CodeValidation.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
