package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What the check characters promise, tried with numbers that are made here by the standards' formulas, not by ours. */
class CheckCharactersTest {

    private static final String DIGITS = "0123456789X";
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String ORGANIZATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Property(tries = 300)
    void acceptsEveryIdentityNumberThatIsMadeRight(@ForAll("citizenIds") String number) {
        assertThat(CitizenId.isValid(number)).isTrue();
        assertThat(CitizenId.of(number).birthDate())
                .isEqualTo(LocalDate.of(
                        Integer.parseInt(number.substring(6, 10)),
                        Integer.parseInt(number.substring(10, 12)),
                        Integer.parseInt(number.substring(12, 14))));
        assertThat(StudentNumber.isValid("G" + number)).isTrue();
    }

    /** MOD 11-2: the modulus is prime and no weight a multiple of it, so a single substitution never goes unseen. */
    @Property(tries = 500)
    void catchesEverySingleWrongCharacterOfAnIdentityNumber(
            @ForAll("citizenIds") String number, @ForAll @IntRange(max = 17) int at) {
        for (int i = 0; i < DIGITS.length(); i++) {
            char c = DIGITS.charAt(i);
            if (c != number.charAt(at)) {
                assertThat(CitizenId.isValid(replace(number, at, c))).isFalse();
            }
        }
    }

    /** Neighbouring weights differ, modulo 11, so a swap of two different neighbours never goes unseen either. */
    @Property(tries = 500)
    void catchesEverySwapOfNeighboursInAnIdentityNumber(
            @ForAll("citizenIds") String number, @ForAll @IntRange(max = 16) int at) {
        if (number.charAt(at) != number.charAt(at + 1)) {
            assertThat(CitizenId.isValid(swap(number, at))).isFalse();
        }
    }

    @Property(tries = 300)
    void acceptsEveryCreditCodeThatIsMadeRight(@ForAll("creditCodes") String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    /** The modulus 31 is prime, and the alphabet has 31 characters. */
    @Property(tries = 500)
    void catchesEverySingleWrongCharacterOfACreditCode(
            @ForAll("creditCodes") String code, @ForAll @IntRange(max = 17) int at) {
        for (int i = 0; i < ORGANIZATION_ALPHABET.length(); i++) {
            char c = ORGANIZATION_ALPHABET.charAt(i);
            if (c != code.charAt(at)) {
                assertThat(CreditCode.isValid(replace(code, at, c))).isFalse();
            }
        }
    }

    @Property(tries = 500)
    void catchesEverySwapOfNeighboursInACreditCode(
            @ForAll("creditCodes") String code, @ForAll @IntRange(max = 16) int at) {
        if (code.charAt(at) != code.charAt(at + 1)) {
            assertThat(CreditCode.isValid(swap(code, at))).isFalse();
        }
    }

    @Property(tries = 300)
    void acceptsEveryOrganizationCodeThatIsMadeRight(@ForAll("organizationCodes") String code) {
        assertThat(OrganizationCode.isValid(code)).isTrue();
    }

    /** Letters reach beyond the modulus 11: what differs by a multiple of it is the exception, and the only one. */
    @Property(tries = 500)
    void catchesASingleWrongCharacterOfAnOrganizationCodeUnlessItsValueDiffersByElevens(
            @ForAll("organizationCodes") String code, @ForAll @IntRange(max = 7) int at) {
        int value = ORGANIZATION_ALPHABET.indexOf(code.charAt(at));
        for (int i = 0; i < ORGANIZATION_ALPHABET.length(); i++) {
            char c = ORGANIZATION_ALPHABET.charAt(i);
            boolean unseen = (i - value) % 11 == 0;
            assertThat(OrganizationCode.isValid(replace(code, at, c))).isEqualTo(unseen);
        }
    }

    @Property(tries = 500)
    void catchesEverySwapOfNeighbouringDigitsInAnOrganizationCode(
            @ForAll("organizationCodes") String code, @ForAll @IntRange(max = 7) int at) {
        boolean digits = Character.isDigit(code.charAt(at)) && Character.isDigit(code.charAt(at + 1));
        if (digits && code.charAt(at) != code.charAt(at + 1)) {
            assertThat(OrganizationCode.isValid(swap(code, at))).isFalse();
        }
    }

    @Property(tries = 300)
    void neverThrowsForAnyText(@ForAll String text, @ForAll("numberlikes") String digits) {
        for (String each : new String[] {text, digits, "G" + digits}) {
            assertThat(CitizenId.isValid(each) && StudentNumber.isValid(each)).isFalse();
            assertThat(CreditCode.isValid(each) && OrganizationCode.isValid(each))
                    .isFalse();
            assertThat(InstitutionId.isValid(each) && AreaCode.isValid(each)).isFalse();
            assertThat(InvalidCodeException.form(each)).isNotEmpty();
        }
    }

    private static String replace(String text, int at, char c) {
        return text.substring(0, at) + c + text.substring(at + 1);
    }

    private static String swap(String text, int at) {
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }

    @Provide
    Arbitrary<String> citizenIds() {
        return CitizenNumbers.any();
    }

    @Provide
    Arbitrary<String> numberlikes() {
        return Arbitraries.strings().withChars("0123456789X１課").ofMinLength(5).ofMaxLength(20);
    }

    /** GB 32100: the check value is 31 less the weighted sum modulo 31, the weights being powers of 3. */
    @Provide
    Arbitrary<String> creditCodes() {
        Arbitrary<String> head =
                Arbitraries.strings().withChars(CREDIT_ALPHABET).ofLength(2);
        Arbitrary<String> area = Arbitraries.of("100000", "110108", "350100", "659001", "820000");
        Arbitrary<String> organization =
                Arbitraries.strings().withChars(CREDIT_ALPHABET).ofLength(9);
        return Combinators.combine(head, area, organization).as((a, b, c) -> {
            String body = a + b + c;
            int sum = 0;
            int weight = 1;
            for (int i = 0; i < 17; i++) {
                sum += CREDIT_ALPHABET.indexOf(body.charAt(i)) * weight;
                weight = weight * 3 % 31;
            }
            return body + CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
        });
    }

    /** GB 11714: 11 less the weighted sum modulo 11; 10 is written X and 11 is written 0. */
    @Provide
    Arbitrary<String> organizationCodes() {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        return Arbitraries.strings()
                .withChars(ORGANIZATION_ALPHABET)
                .ofLength(8)
                .map(body -> {
                    int sum = 0;
                    for (int i = 0; i < 8; i++) {
                        sum += ORGANIZATION_ALPHABET.indexOf(body.charAt(i)) * weights[i];
                    }
                    int check = 11 - sum % 11;
                    return body + (check == 10 ? "X" : check == 11 ? "0" : Integer.toString(check));
                });
    }
}
