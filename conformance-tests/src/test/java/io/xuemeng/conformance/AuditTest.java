package io.xuemeng.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.RoleKit;
import io.xuemeng.conformance.role.RoleKits;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.TextPart;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails the build when the catalogue, the audit and the tests do not say the same. */
class AuditTest {

    static List<RoleKit<?>> kits() {
        return RoleKits.all();
    }

    @Test
    void theRolesWhoseSubjectsExistAreThere() {
        assertThat(RoleKits.all()).extracting(RoleKit::role).contains(Role.PACKAGE_VALIDATOR, Role.PACKAGE_PRODUCER);
    }

    @ParameterizedTest
    @MethodSource("kits")
    void everyRequirementHasALineAndEveryLineARequirement(RoleKit<?> kit) {
        assertThat(kit.audit().entries())
                .extracting(AuditEntry::id)
                .containsExactlyElementsOf(new TreeSet<>(
                        kit.requirements().stream().map(Requirement::id).toList()));
    }

    @ParameterizedTest
    @MethodSource("kits")
    void everyTestableLineNamesTestsThatExist(RoleKit<?> kit) {
        Set<String> tests = new HashSet<>();
        for (Class<?> type : kit.tests()) {
            assertThat(type.getAnnotation(ForRole.class).value()).isEqualTo(kit.role());
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(ConformanceTest.class)
                        || method.isAnnotationPresent(ConformanceTemplate.class)) {
                    tests.add(type.getSimpleName() + '.' + method.getName());
                }
            }
        }
        for (AuditEntry entry : kit.audit().entries()) {
            assertThat(entry.isTestable() || !entry.why().en().isBlank()).isTrue();
            assertThat(tests).as(entry.id()).containsAll(entry.tests());
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void everyTestIsNamedUnderItsOwnId(RoleKit<?> kit) {
        for (Class<?> type : kit.tests()) {
            for (Method method : type.getDeclaredMethods()) {
                String name = type.getSimpleName() + '.' + method.getName();
                List<String> ids =
                        kit.audit().of(name).stream().map(AuditEntry::id).toList();
                ConformanceTest test = method.getAnnotation(ConformanceTest.class);
                if (test != null) {
                    assertThat(ids).as(name).containsExactly(test.value());
                } else if (method.isAnnotationPresent(ConformanceTemplate.class)) {
                    assertThat(ids).as(name).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kits")
    void everyFeatureIsKnownAndExplainedAndNeeded(RoleKit<?> kit) {
        Set<String> needed = new TreeSet<>();
        kit.audit().entries().forEach(entry -> needed.addAll(entry.features()));
        assertThat(kit.features().keySet()).isEqualTo(needed);
        kit.features().values().forEach(meaning -> {
            assertThat(meaning.en()).isNotBlank();
            assertThat(meaning.zh()).isNotBlank().isNotEqualTo(meaning.en());
        });
    }

    @ParameterizedTest
    @MethodSource("kits")
    void everyRequirementSpeaksBothLanguagesAndNamesItsSource(RoleKit<?> kit) {
        for (Requirement requirement : kit.requirements()) {
            assertThat(requirement.source()).isNotBlank();
            for (TextPart part : TextPart.values()) {
                // A sentence, or one that somebody else ends.
                assertThat(requirement.text(part, Locale.ENGLISH)).matches("(?s).*[.}]");
                assertThat(requirement.text(part, Locale.SIMPLIFIED_CHINESE)).matches("(?s).*[。}]");
            }
        }
    }
}
