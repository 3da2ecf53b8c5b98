package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.guide.Device;
import org.postlotse.guide.Guide;
import org.postlotse.guide.Guides;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.Visits;
import org.postlotse.web.wizard.Pages.Tile;

/** After a device: what is done, what is still open, and whether there is one more. The list stands in the address. */
@Path("{language}/s/{sealed}/done")
@RunOnVirtualThread
class DonePages {
    private static final String PAGE = "done";

    private final Visits visits;
    private final Guides guides;
    private final Course course;
    private final Trail trail;
    private final Texts texts;

    @Inject
    DonePages(Visits visits, Guides guides, Course course, Trail trail, Texts texts) {
        this.visits = visits;
        this.guides = guides;
        this.course = course;
        this.trail = trail;
        this.texts = texts;
    }

    @GET
    public TemplateInstance done(@Context HttpServerRequest request, @RestPath String sealed) {
        var frame = visits.ofPage(request).frame();
        var journey = trail.read(sealed);
        var ways = new Pages.DoneWays(
                trail.to(frame, journey.again(), "device"),
                trail.to(frame, journey, "sheet"),
                trail.to(frame, journey, "elsewhere/" + PAGE));
        return new Pages.Done(frame, list(frame, journey), ways);
    }

    private TaskList list(Frame frame, Journey journey) {
        var tasks = journey.tasks();
        return new TaskList(
                IntStream.range(0, tasks.all().size())
                        .mapToObj(place -> row(frame, journey, place))
                        .toList(),
                tasks.open().map(place -> next(frame, journey, place)),
                tasks.full() ? List.of() : more(frame, journey));
    }

    private TaskList.Row row(Frame frame, Journey journey, int place) {
        var task = journey.tasks().all().get(place);
        var other = journey.tasks().change(place, it -> it.done(!it.done()));
        return new TaskList.Row(
                name(frame, journey.tasks(), place),
                program(task, frame.language()),
                task.done(),
                trail.to(frame, journey.with(other), PAGE));
    }

    private Tile next(Frame frame, Journey journey, int place) {
        var stop = course.next(frame, journey.with(journey.tasks().at(place)));
        return tile(name(frame, journey.tasks(), place), trail.to(frame, stop.journey(), stop.page()));
    }

    private List<Tile> more(Frame frame, Journey journey) {
        return Stream.of(Device.values())
                .map(device -> tile(
                        word(frame, device),
                        trail.to(frame, journey.with(journey.tasks().note(device)), PAGE)))
                .toList();
    }

    private static Tile tile(String words, String href) {
        return new Tile(words, "", "", href);
    }

    private String program(Task task, Locale language) {
        Optional<Guide> guide = task.program().flatMap(guides::find);
        return guide.map(it -> it.name(language)).orElse("");
    }

    /** Two of a kind are told apart by a number. */
    private String name(Frame frame, Tasks tasks, int place) {
        var device = tasks.all().get(place).device();
        var same = IntStream.range(0, tasks.all().size())
                .filter(other -> tasks.all().get(other).device() == device)
                .boxed()
                .toList();
        return same.size() == 1 ? word(frame, device) : word(frame, device) + " " + (same.indexOf(place) + 1);
    }

    private String word(Frame frame, Device device) {
        return texts.get(frame, "choice.device." + device.key() + ".title");
    }
}
