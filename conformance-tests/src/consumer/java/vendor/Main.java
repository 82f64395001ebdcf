package vendor;

import io.xuemeng.core.code.CodeValidation;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.core.code.IriText;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;

/** Uses what a vendor uses first: a code, and a record of its own that is held to one. */
public final class Main {

    record Course(List<@IriText String> materials) {}

    private Main() {}

    /** Prints an institution, and what is wrong with a course in both languages. */
    public static void main(String[] arguments) {
        InstitutionId university = InstitutionId.of("4111010001");
        System.out.println(university + " " + university.categoryName());
        for (Locale reader : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            try (ValidatorFactory factory = CodeValidation.factory(reader)) {
                factory.getValidator()
                        .validate(new Course(List.of("课程")))
                        .forEach(violation -> System.out.println(violation.getMessage()));
            }
        }
    }
}
