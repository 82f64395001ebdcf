package io.xuemeng.lrs.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.code.CodeValidation;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.TextPart;
import io.xuemeng.lrs.statement.requirement.StatementRequirement;
import io.xuemeng.lrs.statement.validation.StatementReader;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Jakarta Validation says of a built record what the streaming reader says of its JSON. */
class RecordAgreementProperties {

    private static final Validator VALIDATOR =
            CodeValidation.factory(Locale.ENGLISH).getValidator();
    private static final Map<StatementRequirement, UnaryOperator<Statement>> FAULTS = RecordFaults.all();

    @Provide
    Arbitrary<Statement> statementsOf10() {
        return StatementArbitraries.statements(XapiVersion.V1_0);
    }

    @Provide
    Arbitrary<Statement> statementsOf20() {
        return StatementArbitraries.statements(XapiVersion.V2_0);
    }

    @Provide
    Arbitrary<StatementRequirement> faults() {
        return Arbitraries.of(FAULTS.keySet());
    }

    private static Set<String> ofRecord(Statement statement, XapiVersion version) {
        Class<?> group = version == XapiVersion.V1_0 ? Xapi10.class : Default.class;
        return VALIDATOR.validate(statement, group).stream()
                .map(ConstraintViolation::getMessage)
                .map(message -> message.substring(0, "REC-000".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofJson(Statement statement, XapiVersion version) {
        return StatementReader.forVersion(version)
                .read(StatementWriter.write(statement))
                .outcomes()
                .get(0)
                .findings()
                .stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void findNothingInValidStatements(
            @ForAll("statementsOf10") Statement old, @ForAll("statementsOf20") Statement statement) {
        assertThat(ofRecord(old, XapiVersion.V1_0)).isEmpty();
        assertThat(ofRecord(statement, XapiVersion.V2_0)).isEmpty();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void findTheSameInInvalidStatements(
            @ForAll("statementsOf10") Statement old,
            @ForAll("statementsOf20") Statement statement,
            @ForAll("faults") StatementRequirement fault) {
        assertAgreement(FAULTS.get(fault).apply(old), fault, XapiVersion.V1_0);
        assertAgreement(FAULTS.get(fault).apply(statement), fault, XapiVersion.V2_0);
    }

    private static void assertAgreement(Statement invalid, StatementRequirement fault, XapiVersion version) {
        boolean applies = fault.editions().contains(version.edition());
        Set<String> found = ofRecord(invalid, version);
        if (applies && !(fault == StatementRequirement.UNKNOWN_PROPERTY && version == XapiVersion.V2_0)) {
            assertThat(found).contains(fault.id());
        }
        assertThat(found).isEqualTo(ofJson(invalid, version));
    }

    @Example
    void everyRequirementThatTakesValidityIsBrokenByARecordOrByJsonOnly() {
        Set<StatementRequirement> errors = EnumSet.allOf(StatementRequirement.class);
        errors.removeIf(requirement -> requirement.severity() != Severity.ERROR);
        errors.removeAll(RecordFaults.ONLY_IN_JSON);
        assertThat(FAULTS.keySet()).isEqualTo(errors);
    }

    @Example
    void speaksTheReadersLanguageAndSaysWhere() {
        Statement statement = Statement.builder()
                .actor(Agent.mbox("a@example.org"))
                .verb(Verbs.COMPLETED)
                .object(Activity.of("https://example.cn/lesson/312"))
                .build();

        ConstraintViolation<Statement> english =
                VALIDATOR.validate(statement).iterator().next();
        assertThat(english.getMessage())
                .isEqualTo("REC-033: " + StatementRequirement.MBOX_FORM.text(TextPart.REMEDY, Locale.ENGLISH));
        assertThat(english.getPropertyPath()).hasToString("actor.identifier");

        Validator chinese = CodeValidation.factory(Locale.SIMPLIFIED_CHINESE).getValidator();
        assertThat(chinese.validate(statement).iterator().next().getMessage()).startsWith("REC-033：请写");
        Validator modular =
                StatementConstraints.factory(Locale.SIMPLIFIED_CHINESE).getValidator();
        assertThat(modular.validate(statement).iterator().next().getMessage()).startsWith("REC-033：请写");
    }

    @Example
    void theFilesForTheProviderSayWhatTheRequirementsSay() throws IOException {
        Map<String, Locale> files = Map.of(
                "ContributorValidationMessages.properties", Locale.ENGLISH,
                "ContributorValidationMessages_en.properties", Locale.ENGLISH,
                "ContributorValidationMessages_zh.properties", Locale.SIMPLIFIED_CHINESE);
        for (Map.Entry<String, Locale> file : files.entrySet()) {
            Properties messages = new Properties();
            try (Reader reader =
                    Files.newBufferedReader(Path.of("src", "main", "resources").resolve(file.getKey()))) {
                messages.load(reader);
            }
            assertThat(messages).hasSize(StatementRequirement.values().length);
            assertThat(messages)
                    .allSatisfy((key, text) ->
                            assertThat(text).isEqualTo(StatementConstraints.message(key.toString(), file.getValue())));
        }
    }
}
