package io.xuemeng.conformance.validator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A validator that is wrong in one way in which a vendor's could be: it reads the package otherwise than it should, asks less
 * of it, or answers otherwise. What it does is done to the package or the question before this project's validator judges it, or
 * to the answer; no finding is taken out.
 *
 * @param name what it does
 * @param over makes it from the right validator
 */
record ValidatorMutant(String name, Function<PackageValidation, PackageValidation> over) {

    /** One that reads a package as if it were another. */
    static ValidatorMutant reading(String name, UnaryOperator<byte[]> view) {
        return new ValidatorMutant(name, right -> new Reading(right, view));
    }

    /** One that asks something else. */
    static ValidatorMutant asking(String name, UnaryOperator<ValidationRequest> question) {
        return new ValidatorMutant(name, right -> request -> right.judge(question.apply(request)));
    }

    /** One that has no limit of a name. */
    static ValidatorMutant unlimited(String limit) {
        return asking("has no limit " + limit, request -> {
            Map<String, Long> limits = new LinkedHashMap<>(request.limits());
            limits.put(limit, 100_000_000L);
            return request.withLimits(limits);
        });
    }

    /** One that answers otherwise. */
    static ValidatorMutant answering(String name, UnaryOperator<Judgement> answer) {
        return new ValidatorMutant(name, right -> request -> answer.apply(right.judge(request)));
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Reading implements PackageValidation {

        private final PackageValidation right;
        private final UnaryOperator<byte[]> view;

        Reading(PackageValidation right, UnaryOperator<byte[]> view) {
            this.right = right;
            this.view = view;
        }

        @Override
        public Judgement judge(ValidationRequest request) throws IOException {
            byte[] there = Files.readAllBytes(request.file());
            byte[] seen = view.apply(there);
            if (Arrays.equals(there, seen)) {
                return right.judge(request);
            }
            Path file = Files.createTempFile("mutant", ".zip");
            try {
                Files.write(file, seen);
                return right.judge(request.withFile(file));
            } finally {
                Files.delete(file);
            }
        }
    }

    /** The right validator, which remembers what it said of files that do not change: mutants ask the same again and again. */
    static final class Remembering implements PackageValidation {

        private final PackageValidation right = new SdkValidation();
        private final Map<Object, Judgement> judgements = new ConcurrentHashMap<>();

        @Override
        public Judgement judge(ValidationRequest request) throws IOException {
            FileTime time = Files.getLastModifiedTime(request.file());
            Object key = Map.of("request", request, "time", time, "size", Files.size(request.file()));
            Judgement known = judgements.get(key);
            if (known == null) {
                known = right.judge(request);
                judgements.put(key, known);
            }
            return known;
        }
    }
}
