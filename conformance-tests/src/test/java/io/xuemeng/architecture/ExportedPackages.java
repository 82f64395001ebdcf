package io.xuemeng.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The packages that the SDK's modules export to everyone, as their descriptors say. */
final class ExportedPackages {

    private static final Set<String> NAMES =
            ModuleFinder.of(ClassPath.entries().toArray(Path[]::new)).findAll().stream()
                    .map(module -> module.descriptor())
                    .filter(module -> module.name().startsWith("io.xuemeng."))
                    .flatMap(module -> module.exports().stream())
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toUnmodifiableSet());

    static final DescribedPredicate<JavaClass> AND_PUBLIC =
            new DescribedPredicate<>("are public and live in an exported package") {
                @Override
                public boolean test(JavaClass type) {
                    return NAMES.contains(type.getPackageName()) && isPublic(type);
                }
            };

    private ExportedPackages() {}

    private static boolean isPublic(JavaClass type) {
        boolean visible = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return visible
                && type.getEnclosingClass().map(ExportedPackages::isPublic).orElse(true);
    }
}
