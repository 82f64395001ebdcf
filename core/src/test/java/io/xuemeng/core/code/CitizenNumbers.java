package io.xuemeng.core.code;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Identity numbers of nobody, by ISO 7064's recursive method, which is not the one with weights that we use. */
final class CitizenNumbers {

    private CitizenNumbers() {}

    static Arbitrary<String> any() {
        Arbitrary<String> area = Arbitraries.of("110105", "440524", "659001", "820000", "830000", "310000");
        Arbitrary<String> birth = Arbitraries.longs()
                .between(
                        LocalDate.of(1800, 1, 1).toEpochDay(),
                        LocalDate.of(2099, 12, 31).toEpochDay())
                .map(day -> LocalDate.ofEpochDay(day).format(DateTimeFormatter.BASIC_ISO_DATE));
        Arbitrary<String> sequence =
                Arbitraries.integers().between(0, 999).map(number -> String.format("%03d", number));
        return Combinators.combine(area, birth, sequence).as((a, b, c) -> withCheck(a + b + c));
    }

    private static String withCheck(String body) {
        int product = 0;
        for (int i = 0; i < 17; i++) {
            product = (product + (body.charAt(i) - '0')) * 2 % 11;
        }
        int check = (12 - product) % 11;
        return body + (check == 10 ? "X" : Integer.toString(check));
    }
}
