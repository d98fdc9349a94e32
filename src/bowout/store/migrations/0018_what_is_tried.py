from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0017_colleagues_and_languages"),
    ]

    operations = [
        migrations.AddField(
            model_name="mailboxplace",
            name="tries",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="mailboxplace",
            name="trying",
            field=models.CharField(blank=True, max_length=50),
        ),
    ]
