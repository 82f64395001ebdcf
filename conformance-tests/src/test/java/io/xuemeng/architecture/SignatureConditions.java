package io.xuemeng.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type of a library in a signature would tie every application to our version of that library. */
final class SignatureConditions {

    private static final List<String> FOREIGN = List.of(
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "com.ctc.wstx.",
            "org.codehaus.stax2.",
            "jakarta.xml.bind.",
            "org.glassfish.",
            "org.bouncycastle.",
            "org.hibernate.",
            "org.apache.commons.",
            "org.slf4j.");

    static final ArchCondition<JavaClass> NAME_NO_FOREIGN_TYPE =
            new ArchCondition<>("name no type of a library in a public or protected signature") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    Stream.concat(item.getRawSuperclass().stream(), item.getRawInterfaces().stream())
                            .filter(SignatureConditions::isForeign)
                            .forEach(parent -> report(item, item.getName() + " is a " + parent.getName(), events));
                    item.getMembers().stream()
                            .filter(SignatureConditions::isVisible)
                            .forEach(member -> foreignTypes(member)
                                    .forEach(type ->
                                            report(item, member.getFullName() + " names " + type.getName(), events)));
                }
            };

    private SignatureConditions() {}

    private static void report(JavaClass item, String message, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(item, message));
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC);
    }

    private static Set<JavaClass> foreignTypes(JavaMember member) {
        return involved(member)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .filter(SignatureConditions::isForeign)
                .collect(Collectors.toSet());
    }

    private static Stream<JavaType> involved(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getThrowsClause().getTypes().stream())
                .flatMap(types -> types);
    }

    private static boolean isForeign(JavaClass type) {
        return FOREIGN.stream().anyMatch(type.getBaseComponentType().getName()::startsWith);
    }
}
