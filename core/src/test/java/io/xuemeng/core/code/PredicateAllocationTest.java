package io.xuemeng.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Predicates run for every value of every record, so they make no objects, whatever they are given. */
class PredicateAllocationTest {

    private static final int ROUNDS = 20_000;

    private static final List<String> TEXTS = List.of(
            "4111010001",
            "91350100M000100Y43",
            "D2143569X",
            "110108",
            "2024-03-01T08:00:00.0+08:00",
            "2024-W09-5",
            "P1Y2M3DT4H5M6.7S",
            "zh-Hans-CN-x-private",
            "de-1901-1996-u-co-phonebk",
            "https://user@例子.cn:8080/课程/%E8%AF%BE?q=1#第一节",
            "http://[::ffff:192.0.2.1]/",
            "三年级上册第八单元，含微课、练习与教学设计。2024年3月1日，共 12 个课时",
            "");

    static Stream<Map.Entry<String, Predicate<CharSequence>>> predicates() {
        return Map.<String, Predicate<CharSequence>>of(
                "institution", InstitutionId::isValid,
                "credit code", CreditCode::isValid,
                "organization", OrganizationCode::isValid,
                "citizen", CitizenId::isValid,
                "student", StudentNumber::isValid,
                "area", AreaCode::isValid,
                "date", IsoDateTime::isValid,
                "duration", IsoDuration::isValid,
                "language", LanguageTag::isValid,
                "IRI", Iri::isValid)
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("predicates")
    void makesNoObjects(Map.Entry<String, Predicate<CharSequence>> predicate) {
        assertThat(bytesMadeBy(predicate.getValue())).isLessThan(ROUNDS);
    }

    @Test
    void looksForPersonalDataWithoutMakingObjectsWhereThereIsNone() {
        assertThat(bytesMadeBy(text -> text.length() < 50 && PersonalData.isIn(text)))
                .isLessThan(ROUNDS);
    }

    /** Less than a byte a call: what there is comes from loading classes in the first. */
    private static long bytesMadeBy(Predicate<CharSequence> predicate) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long valid = TEXTS.stream().filter(predicate).count();
        long before = threads.getCurrentThreadAllocatedBytes();
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < TEXTS.size(); i++) {
                found += predicate.test(TEXTS.get(i)) ? 1 : 0;
            }
        }
        long made = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(found).isEqualTo(valid * ROUNDS);
        return made;
    }
}
