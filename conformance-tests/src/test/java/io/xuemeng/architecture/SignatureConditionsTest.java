package io.xuemeng.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A rule that finds nothing might not look: this one is shown what it is there to find. */
class SignatureConditionsTest {

    /** Names a foreign type in every place that counts, and in two that do not. */
    public abstract static class Leaky {
        /** A field. */
        protected JsonParser @Nullable [] parsers;

        private final List<JsonParser> hidden = List.of();

        /** A parameter, inside another type. */
        public void take(List<? extends JsonParser> parsers) {}

        /** A result. */
        protected abstract JsonParser give();

        /** An exception. */
        public void fail() throws JsonProcessingException {}

        JsonParser internal() {
            return hidden.get(0);
        }
    }

    /** A parent. */
    public static final class Child extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        Child() {
            super("");
        }
    }

    @Test
    void findsForeignTypesInFieldsParametersResultsExceptionsAndParents() {
        EvaluationResult result = classes()
                .should(SignatureConditions.NAME_NO_FOREIGN_TYPE)
                .evaluate(new ClassFileImporter().importClasses(Leaky.class, Child.class));
        assertEquals(5, result.getFailureReport().getDetails().size(), result::toString);
    }
}
